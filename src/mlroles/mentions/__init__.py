"""Skills and cues of work in running text: adverts, CVs, the names of skills in an export."""
