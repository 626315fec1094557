// How a visitor wants the screen. Reset at the end of the visit.
#pragma once

namespace mingting {

enum class Size { Standard, Large, ExtraLarge };
enum class Contrast { Standard, High };
enum class Reach { Standing, Low };
enum class Language { Chinese, English };

struct Settings {
  Size size = Size::Standard;
  Contrast contrast = Contrast::Standard;
  Reach reach = Reach::Standing;
  Language language = Language::Chinese;
  bool operator==(const Settings&) const = default;
};

}  // namespace mingting
