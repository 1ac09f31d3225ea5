// The twin of binary_trees.py, with malloc and free. usage: binary_trees [DEPTH]
#include <stdio.h>
#include <stdlib.h>

typedef struct Tree {
  struct Tree *left, *right;
} Tree;

static Tree *build(int depth) {
  Tree *tree = malloc(sizeof *tree);
  if (depth == 0) {
    tree->left = tree->right = NULL;
  } else {
    tree->left = build(depth - 1);
    tree->right = build(depth - 1);
  }
  return tree;
}

static int check(const Tree *tree) {
  return tree->left == NULL ? 1 : 1 + check(tree->left) + check(tree->right);
}

static void release(Tree *tree) {
  if (tree->left != NULL) {
    release(tree->left);
    release(tree->right);
  }
  free(tree);
}

static int build_and_check(int depth) {
  Tree *tree = build(depth);
  int nodes = check(tree);
  release(tree);
  return nodes;
}

int main(int argc, char **argv) {
  int deepest = argc > 1 ? atoi(argv[1]) : 16;
  printf("stretch tree of depth %d\t check: %d\n", deepest + 1, build_and_check(deepest + 1));
  Tree *long_lived = build(deepest);
  for (int depth = 4; depth <= deepest; depth += 4) {
    int times = 1 << (deepest - depth + 4);
    long total = 0;
    for (int i = 0; i < times; i++)
      total += build_and_check(depth);
    printf("%d\t trees of depth %d\t check: %ld\n", times, depth, total);
  }
  printf("long lived tree of depth %d\t check: %d\n", deepest, check(long_lived));
  release(long_lived);
  return 0;
}
