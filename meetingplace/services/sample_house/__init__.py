"""The sample house: an invented, believable house made by rules and a seed.

Its words lie in `resources/sample_house`.
"""
