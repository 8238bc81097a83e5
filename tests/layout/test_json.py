"""A result for a machine."""

from tests.layout.conftest import Screen


def test_envelope(screen: Screen) -> None:
    """A result stands in an envelope that names its schema, and numbers and ids are bare."""
    assert screen("sources", "crumb-3", "--json") == (
        """\
{
  "schema": "mlroles/claim",
  "version": 3,
  "result": {
    "claim": {
      "id": "crumb-3",
      "source": "crumb",
      "section": "first",
      "kind": "practice",
      "text": "Bakers sleep until noon."
    },
    "source": {
      "id": "crumb",
      "title": "On bread",
      "author": "A. Miller",
      "publisher": "Crumb and Crust",
      "published": null,
      "cite": "Miller, Crumb",
      "kind": "a leaflet",
      "licence": "free to share",
      "review_by": null,
      "credit": null,
      "caveats": [
        "It is short."
      ],
      "sections": [
        {
          "id": "first",
          "title": "First page"
        }
      ]
    },
    "section": "First page",
    "backlinks": [
      {
        "file": "sources.json",
        "path": "$.disputes[0]",
        "place": "dispute",
        "text": "rising: When do bakers rise?"
      },
      {
        "file": "roles.json",
        "path": "$.roles[0].aspects[0]",
        "place": "Baker: Rising",
        "text": "At three"
      },
      {
        "file": "roles.json",
        "path": "$.roles[0].choose_if[0]",
        "place": "Baker: choose it if",
        "text": "you like the night"
      },
      {
        "file": "neighbours.json",
        "path": "$.neighbours[0].notes[1]",
        "place": "Miller",
        "text": "Sleeps well."
      },
      {
        "file": "neighbours.json",
        "path": "$.neighbours[0].nearest[0]",
        "place": "Miller: nearest",
        "text": "Rises later."
      }
    ],
    "disputes": [
      {
        "id": "rising",
        "about": "When do bakers rise?",
        "sides": [
          {
            "says": "At three.",
            "claims": [
              "crumb-2"
            ]
          },
          {
            "says": "At noon.",
            "claims": [
              "crumb-3"
            ]
          }
        ],
        "reading": "At three.",
        "reason": "Bread is there at six."
      }
    ]
  }
}
"""
    )
