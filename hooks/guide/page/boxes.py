"""The boxes and folds that Material has, besides those of strings.yml (``blocks``)."""

KINDS = (
    *("note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger"),
    *("bug", "example", "quote"),
)
