"""The sector's words that general rules of English get wrong: small tables, read by the analysis.

Wider synonyms do not belong here but into `data/synonyms.tsv`: they are said on the page and can be
undone, whereas these are merely other ways of writing the same word.
"""

from __future__ import annotations

# Acronyms that are also ordinary words. In a text only capitals mean the acronym; in a question
# small letters may mean either, and "it" can only mean IT.
AMBIGUOUS = frozenset({"ace", "it", "lac", "mat", "pace", "re", "salt", "sat", "send"})

# Acronyms that are written as they are, never shortened to a stem.
ACRONYMS = frozenset(
    """
    aht ap asd adhd bsl btec camhs ceo cfo cla clpe cpd cpoms da dfe dht dsl eal ebsa ehcp eif elsa
    eyfs fft fgb fsm gb gcse gias gld hlta hmi hos ht ict ieb ks la lgb lle llg lsa mfl naht nfer
    ncetm neet nga nle nlg npq npqh npqs nss pan pe pp ppa ppg pru pshe rap rwm rse rshe
    s2s sats sbm scitt sdp sef sen sendco semh sip slcn sle slt smsc spag stem
    ta tas tlr tsa tsh urn vle
    """.split()  # noqa: SIM905  # a list of a hundred quoted strings is not easier to read
)

# Other ways of writing one word.
SPELLINGS = {
    "behavior": "behaviour",
    "behaviors": "behaviour",
    "dt": "d&t",
    "enrollment": "enrolment",
    "judgment": "judgement",
    "judgments": "judgement",
    "math": "maths",
    "mathematic": "maths",
    "mathematical": "maths",
    "mathematics": "maths",
    "organization": "organisation",
    "organizations": "organisation",
    "program": "programme",
    "programs": "programme",
    "senco": "sendco",
    "sencos": "sendco",
    "sendcos": "sendco",
    "tas": "ta",
}

# One idea written as two words or as one; the parts are stems.
COMPOUNDS = {
    ("co", "ordin"): "coordin",
    ("design", "and", "technolog"): "d&t",
    ("design", "technolog"): "d&t",
    ("head", "teacher"): "headteacher",
    ("multi", "academi"): "multiacademi",
    ("on", "line"): "onlin",
    ("pre", "school"): "preschool",
    ("safe", "guard"): "safeguard",
    ("sen", "co"): "sendco",
    ("well", "be"): "wellb",
}

# Whoever looks for a part finds the whole, too.
PARTS = {"d&t": ("design", "technolog"), "headteacher": ("head", "teacher")}

# Where the English stemmer joins what the sector keeps apart, or parts what it joins.
STEMS = {
    "busy": "busy",
    "children": "child",
    "designate": "designat",
    "designated": "designat",
    "designation": "designat",
    "designations": "designat",
    "experiment": "experiment",
    "experiments": "experiment",
    "governance": "governor",
    "governing": "governor",
    "governor": "governor",
    "governors": "governor",
    "governorship": "governor",
    "government": "government",
    "governments": "government",
    "governmental": "government",
    "headteacher": "headteacher",
    "headteachers": "headteacher",
    "leader": "lead",
    "leaders": "lead",
    "maths": "maths",
    "morale": "morale",
    "physics": "physics",
    "specialism": "specialist",
    "specialisms": "specialist",
    "universities": "university",
    "university": "university",
    "wellbeing": "wellb",
}

# Words around a question rather than in it: they count towards the order but need not be found.
OPTIONAL = frozenset(
    """
    a an and any anybody anyone are as at be been but by can could do does find for from get has
    have had help helping her his how i if in is looking me my need needed needs not of on or
    our please she he so some somebody someone support supporting that the their them there they
    this to us want wanted was we were what when where which who whose will with would you your
    """.split()  # noqa: SIM905  # a list of a hundred quoted strings is not easier to read
)

NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen".split(),  # noqa: SIM905
        start=1,
    )
}
