# refused: match
command = "go"
match command:  # <- here
    case "go":
        print("going")
