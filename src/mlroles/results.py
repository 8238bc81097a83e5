"""What each command writes as JSON, a row each: a new result is one row more.

Each name stands in the envelope, and names code as ``module:name``, which is imported when its
schema is asked for.
"""

RESULTS = {
    "overview": "roles.profile:Overview",
    "profile": "roles.profile:Profile",
    "comparison": "roles.compare:Comparison",
    "job": "roles.neighbours:Job",
    "jobs": "roles.neighbours:JobComparison",
    "skills": "roles.skills:SkillMatrix",
    "responsibilities": "roles.responsibilities:ResponsibilityMatrix",
    "lifecycle": "roles.lifecycle:Lifecycle",
    "pay": "pay.summary:PaySummary",
    "pay-sensitivity": "pay.sensitivity:PaySensitivity",
    "sources": "roles.sources:SourcesReport",
    "claim": "roles.sources:ClaimReport",
    "evidence": "evidence.report:EvidenceReport",
    "frameworks": "frameworks.overview:FrameworksOverview",
    "framework": "frameworks.framework:FrameworkReport",
    "level": "frameworks.rungs:RoleAtLevel",
    "lens": "frameworks.lens:Lens",
    "title": "titles.report:TitleReport",
    "advert": "adverts.reading:AdvertReading",
    "adverts": "adverts.summary:AdvertsSummary",
    "wages": "wages.summary:WageSummary",
    "ages": "roles.ages:Ages",
    "questionnaire": "quiz.models:Questionnaire",
    "quiz": "quiz.verdict:Result",
    "reading": "batch.reading:Explained",
    "quiz-history": "quiz.kept:QuizHistory",
    "quiz-changes": "quiz.kept:QuizChanges",
    "quiz-kept": "quiz.kept:KeptResult",
    "quiz-forgotten": "quiz.kept:Forgotten",
    "plan": "plan.plan:Plan",
    "plan-forgotten": "plan.kept:PlansForgotten",
    "advert-draft": "hire.draft:AdvertDraft",
    "advert-check": "hire.advert_check:AdvertCheck",
    "person": "people.report:Person",
    "person-history": "people.report:PersonHistory",
    "person-forgotten": "people.report:PersonForgotten",
    "cohort": "batch.cohort:Cohort",
    "check": "validation:CheckReport",
    "error": "errors:Failure",
}
"""The names of the published results, and where their shapes are."""
