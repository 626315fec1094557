// What goes back to the hall, told.
#pragma once

#include "desk/hall/acknowledgements.hpp"
#include "desk/hall/feed.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

std::string as_text(const FeedMade& made);
OrderedJson as_json(const FeedMade& made);

std::string as_text(const AcknowledgementsMade& made);
OrderedJson as_json(const AcknowledgementsMade& made);

}  // namespace mingting
