"""The statements, the questions and the scale that an authority's boards are asked by."""
