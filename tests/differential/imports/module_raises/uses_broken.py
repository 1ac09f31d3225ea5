print("uses broken")
import broken
