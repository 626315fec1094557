// A file descriptor that is closed when it goes.
#pragma once

#include <unistd.h>

#include <utility>

namespace mingting {

class Descriptor {
 public:
  /// Takes over what open() gave; below 0 for none.
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Descriptor() { close(); }

  int get() const { return value_; }
  explicit operator bool() const { return value_ >= 0; }
  /// What ::close() says; 0 when there is none (any more).
  int close() {
    const int value = std::exchange(value_, -1);
    return value < 0 ? 0 : ::close(value);
  }

 private:
  int value_;
};

}  // namespace mingting
