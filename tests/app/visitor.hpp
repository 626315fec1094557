// A visitor at a kiosk that is only a model: messages go in, models and effects are looked at.
#pragma once

#include <gtest/gtest.h>

#include "app/update.hpp"

namespace mingting {

inline const Instant kMorning = *parse_local_time("2026-11-23T09:00");

Field text_question(const std::string& id, bool required = true);

/// Two steps (description; name and phone), and a step for organisations only.
Form small_form();

std::shared_ptr<Hall> small_hall(std::uint64_t release = 1);

class Visitor {
 public:
  Visitor();

  Effects send(const Msg& message);

  void wait(std::chrono::seconds time);

  template <class T>
  const T& page() const {
    return std::get<T>(top_page(model));
  }
  template <class T>
  bool on() const {
    return model.visit && std::holds_alternative<T>(top_page(model));
  }
  template <class T>
  const T* effect() const {
    for (const auto& each : last) {
      if (const auto* wanted = std::get_if<T>(&each)) return wanted;
    }
    return nullptr;
  }

  void type(const std::string& field, const std::string& text);

  /// Fills the form in as a person, up to the review.
  void fill_in();

  Model model;
  Effects last;
};

}  // namespace mingting
