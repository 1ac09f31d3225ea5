"""Linear equations by Gaussian elimination: with floats, and exactly with a fraction class."""
import math


class Fraction:
    """An exact ratio of two integers, always reduced."""

    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = math.gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    @staticmethod
    def of(x):
        return x if isinstance(x, Fraction) else Fraction(x)

    def __add__(self, other):
        other = Fraction.of(other)
        return Fraction(self.n * other.d + other.n * self.d, self.d * other.d)

    def __sub__(self, other):
        return self + -Fraction.of(other)

    def __mul__(self, other):
        other = Fraction.of(other)
        return Fraction(self.n * other.n, self.d * other.d)

    def __truediv__(self, other):
        other = Fraction.of(other)
        return Fraction(self.n * other.d, self.d * other.n)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return Fraction.of(other) - self

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __abs__(self):
        return Fraction(abs(self.n), self.d)

    def __eq__(self, other):
        other = Fraction.of(other)
        return (self.n, self.d) == (other.n, other.d)

    def __lt__(self, other):
        other = Fraction.of(other)
        return self.n * other.d < other.n * self.d

    def __gt__(self, other):
        return Fraction.of(other) < self

    def __hash__(self):
        return hash((self.n, self.d))

    def __float__(self):
        return self.n / self.d

    def __bool__(self):
        return self.n != 0

    def __repr__(self):
        return f"{self.n}" if self.d == 1 else f"{self.n}/{self.d}"


class Singular(ValueError):
    pass


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) != 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def build(cls, n, m, f):
        return cls([[f(i, j) for j in range(m)] for i in range(n)])

    @classmethod
    def identity(cls, n):
        return cls.build(n, n, lambda i, j: int(i == j))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, place):
        i, j = place
        return self.rows[i][j]

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def __eq__(self, other):
        return self.rows == other.rows

    def transposed(self):
        return Matrix(zip(*self.rows))

    def map(self, f):
        return Matrix([[f(x) for x in row] for row in self.rows])

    def __str__(self):
        texts = [[f"{x:.4f}" if isinstance(x, float) else str(x) for x in row] for row in self.rows]
        width = max(len(t) for row in texts for t in row)
        return "\n".join("[" + " ".join(t.rjust(width) for t in row) + "]" for row in texts)


def eliminate(matrix, right):
    """Solves matrix @ x = right; also returns the determinant."""
    a = [row + extra for row, extra in zip(Matrix(matrix.rows).rows, Matrix(right.rows).rows)]
    n = len(a)
    determinant = 1
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(a[i][k]))
        if not a[pivot][k]:
            raise Singular(f"no pivot in column {k}")
        if pivot != k:
            a[k], a[pivot] = a[pivot], a[k]
            determinant = -determinant
        determinant = determinant * a[k][k]
        for i in range(n):
            if i != k and a[i][k]:
                factor = a[i][k] / a[k][k]
                a[i] = [x - factor * y for x, y in zip(a[i], a[k])]
    return Matrix([[x / a[i][i] for x in a[i][n:]] for i in range(n)]), determinant


def main():
    a = Matrix([[2.0, 1.0, -1.0], [-3.0, -1.0, 2.0], [-2.0, 1.0, 2.0]])
    x, determinant = eliminate(a, Matrix([[8.0], [-11.0], [-3.0]]))
    print(f"x =\n{x}\ndeterminant {determinant:.6f}")
    hilbert = Matrix.build(5, 5, lambda i, j: Fraction(1, i + j + 1))
    inverse, determinant = eliminate(hilbert, Matrix.identity(5).map(Fraction))
    print(f"the inverse of the Hilbert matrix\n{inverse}\ndeterminant {determinant}")
    print("exact:", hilbert @ inverse == Matrix.identity(5).map(Fraction))
    in_floats, _ = eliminate(hilbert.map(float), Matrix.identity(5).map(float))
    worst = max(abs(in_floats[i, j] - float(inverse[i, j])) / abs(float(inverse[i, j]))
                for i in range(5) for j in range(5))
    print("floats agree:", worst < 1e-9)
    print(Matrix([[1, 2, 3], [4, 5, 6]]) @ Matrix([[1, 2, 3], [4, 5, 6]]).transposed())
    for rows in ([[1.0, 2.0], [2.0, 4.0]], [[Fraction(0), Fraction(0)], [Fraction(1), Fraction(2)]]):
        try:
            eliminate(Matrix(rows), Matrix.identity(2))
        except Singular as e:
            print("Singular:", e)
    for bad in (lambda: Matrix([[1], [1, 2]]), lambda: Matrix([[1, 2]]) @ Matrix([[1, 2]]), lambda: Fraction(1, 0)):
        try:
            bad()
        except (ValueError, ZeroDivisionError) as e:
            print(type(e).__name__ + ":", e)


if __name__ == "__main__":
    main()
