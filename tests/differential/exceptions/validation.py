class ValidationError(ValueError):
    def __init__(self, field, why):
        self.field = field
        super().__init__(f"{field}: {why}")
def validate(r):
    errors = []
    for field, check, why in (("name", lambda v: isinstance(v, str) and v, "must not be empty"), ("age", lambda v: 0 <= v < 150, "out of range")):
        try:
            if not check(r[field]): raise ValidationError(field, why)
        except ValidationError as e: errors.append(str(e))
        except KeyError as e: errors.append(f"missing {e}")
        except TypeError as e: errors.append(f"{field} has type {type(r[field]).__name__}")
    return errors or "ok"
for r in ({"name": "ann", "age": 5}, {"name": "", "age": 200}, {"name": "x"}, {"age": "ten", "name": 5}, {}):
    print(validate(r))
