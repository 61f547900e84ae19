# Sphinx copies _static as it is, so that a picture there can be linked to, not only shown.
project = "The engine"
exclude_patterns = ["_build"]
html_static_path = ["_static"]
html_theme = "alabaster"
