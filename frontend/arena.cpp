#include "frontend/arena.h"

#include <algorithm>

namespace molt {

void *Arena::allocateSlow(size_t size, size_t alignment) {
  constexpr size_t smallestBlock = 16 * 1024;
  constexpr size_t largestBlock = 1024 * 1024;
  size_t block = std::clamp(reserved_, smallestBlock, largestBlock);
  block = std::max(block, size + alignment);
  blocks_.emplace_back(new char[block]);
  reserved_ += block;
  cursor_ = blocks_.back().get();
  limit_ = cursor_ + block;
  return allocate(size, alignment);
}

static uint32_t hashText(std::string_view text) {
  uint32_t hash = 2166136261u; // FNV-1a
  for (unsigned char c : text)
    hash = (hash ^ c) * 16777619u;
  return hash;
}

Identifier IdentifierTable::intern(std::string_view text) {
  if (count_ * 4 >= slots_.size() * 3)
    grow();
  const uint32_t hash = hashText(text);
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (const Identifier::Entry *entry = slots_[at]) {
    if (entry->hash == hash && std::string_view(entry->text, entry->size) == text)
      return Identifier(entry);
    at = (at + 1) & mask;
  }
  const std::string_view stored = arena_.copy(text);
  slots_[at] = arena_.create<Identifier::Entry>(
      Identifier::Entry{hash, static_cast<uint32_t>(stored.size()), stored.data()});
  ++count_;
  return Identifier(slots_[at]);
}

void IdentifierTable::grow() {
  std::vector<const Identifier::Entry *> old = std::move(slots_);
  slots_.assign(old.empty() ? 256 : old.size() * 2, nullptr);
  const size_t mask = slots_.size() - 1;
  for (const Identifier::Entry *entry : old) {
    if (!entry)
      continue;
    size_t at = entry->hash & mask;
    while (slots_[at])
      at = (at + 1) & mask;
    slots_[at] = entry;
  }
}

} // namespace molt
