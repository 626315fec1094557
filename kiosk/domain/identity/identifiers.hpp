// Numbers people carry: identity papers, credit codes, phones. Pure checks; none of them needs a network.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace mingting {

enum class IdentifierFault { None, Length, Characters, BirthDate, Checksum, InnerCode };

/// GB 11643-1999: 18 characters, a birth date that exists and is not after `today`, ISO 7064 MOD 11-2. The region prefix
/// is not judged. Also right for residence permits of Hong Kong, Macao and Taiwan people (same algorithm).
/// Takes what people type: full width, spaces, lower-case x.
IdentifierFault check_identity_number(std::string_view text, Date today);
/// GB 32100-2015: 18 characters of 0-9A-Z without I O S V Z, MOD 31, and the inner GB 11714 organisation code, MOD 11.
IdentifierFault check_credit_code(std::string_view text);
/// Mobile ^1[3-9]\d{9}$, or landline with area code 0dd(d)-dddddddd, extension allowed; +86 and spaces are tolerated.
/// A number with another country's + code is judged by its length alone (7-15 digits).
IdentifierFault check_phone(std::string_view text);
IdentifierFault check_postcode(std::string_view text);
IdentifierFault check_email(std::string_view text);
/// Other papers: only length (4-30) and characters are looked at. Never a reason to refuse a person.
IdentifierFault check_other_paper(std::string_view text);
/// Papers (by their key in a form) numbered as GB 11643 has it, so that the number can be judged for certain.
bool has_full_check(std::string_view paper);

/// Half width, upper case, without spaces and dashes: the form that is stored.
std::string normal_identifier(std::string_view text);

std::string masked_identity(std::string_view text);  ///< 5221**********1234
std::string masked_phone(std::string_view text);     ///< 138****8000
/// 欧**; the first character stays, two of a name of four or more Han characters (欧阳**), nothing of a single one.
std::string masked_name(std::string_view text);

}  // namespace mingting
