inf, nan = float("inf"), float("nan")
vals = [-inf, -1.5, -0.0, 0.0, 1e-300, 1.5, inf]
print([a <= b for a, b in zip(vals, vals[1:])], sorted([inf, 1.5, -inf, 0.0]), max(vals), min(vals))
print(nan < 1, nan > 1, nan == nan, nan != nan, nan in [nan], inf == inf, inf > 10**400, -inf < -10**400, 0.0 == -0.0, 1.0 == 1, 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9)
