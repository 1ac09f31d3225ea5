print("héllo wörld", "日本", "🎉", len("日本🎉"))
