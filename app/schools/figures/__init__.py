"""Figures that others publish about a school: a catalogue of measures, values, judgements."""
