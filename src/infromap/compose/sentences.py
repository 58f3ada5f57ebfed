"""The English of what is said of a location: exports have it in every language, `resources/i18n/en.json` the same."""

SENTENCES = {
    "note.added": "{places} added from {source}.",
    "note.added_ends": "The article gives no ends; {places} added from {source}.",
    "note.around": "The article gives no ends: the point stands for {places}, which the line goes round.",
    "note.comma": ", ",
    "note.drawn": "Drawn by hand: straight legs through {places}.",
    "note.list": "{others} and {last}",
    "note.not_placed": "{places} could not be placed.",
    "note.not_said": "The article does not say where.",
    "note.of_place": "{place}: {note}.",
    "note.of_source": "{note}.",
    "note.point": ("The point is {places} as {source} has it, good to about {km} km; the site itself is not stated."),
    "note.point_set": "The point was set by hand on {date}.",
    "note.region": "Only the region is stated: somewhere in {places}, within about {km} km of the point.",
    "note.schematic": "Schematic: straight legs through {places}, not the real course.",
    "note.set": "{place}: set by hand on {date}.",
    "note.stands": "The point stands for the line, of whose places only {places} could be placed.",
    "note.traced": "Traced through {places} along {source}; what is yet to be built may run elsewhere.",
    "note.traced_dated": "Traced through {places} along {source} of {date}; what is yet to be built may run elsewhere.",
    "note.traced_dated_by": (
        "Traced through {places} along {source} of {date}, {credit}; what is yet to be built may run elsewhere."
    ),
    "note.unknown": "The article names {places}, which no gazetteer here knows.",
    "note.unknown_here": "The article names {places}, which no gazetteer here knows in its country.",
    "note.unnamed": "{count} points without a name",
    "note.unnamed_one": "1 point without a name",
}
