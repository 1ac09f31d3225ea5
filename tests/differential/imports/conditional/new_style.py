kind = "new"
