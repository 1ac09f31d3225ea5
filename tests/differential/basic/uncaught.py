print("start")
raise ValueError("uncaught")
