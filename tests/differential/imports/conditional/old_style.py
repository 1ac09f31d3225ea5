print("old style: never loaded")
kind = "old"
