// Numbers people carry: identity papers, credit codes, phones. Pure checks; none of them needs a network.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"

namespace mingting {

/// What is odd about a number. None of it turns anybody away (条例 Art. 29 asks for proof of identity and a way to be reached, not
/// for a number that adds up): who judges answers decides whether it is asked about or merely said.
/// OldRegistration: of before 2015. NoAreaCode: a number of the district. Unusual: nothing in it looks like a phone number.
enum class IdentifierFault { None, Length, Characters, BirthDate, Checksum, InnerCode, OldRegistration, NoAreaCode, Unusual };

/// GB 11643-1999: 18 characters, a birth date that exists and is not after `today`, ISO 7064 MOD 11-2. The region prefix
/// is not judged. Also right for residence permits of Hong Kong, Macao and Taiwan people (same algorithm).
/// Takes what people type: full width, spaces, lower-case x.
IdentifierFault check_identity_number(std::string_view text, Date today);
/// GB 32100-2015: 18 characters of 0-9A-Z without I O S V Z, MOD 31, and the inner GB 11714 organisation code, MOD 11. Licences
/// of before 2016 carry codes whose check character was never right, older ones a registration number of 15 or 13 digits.
IdentifierFault check_credit_code(std::string_view text);
/// Ways to be reached as people write them: mobile, landline with area code, 400 and 800, service numbers (12345, 95588),
/// another country's (+ or 00, 7-15 digits), each with an extension; several numbers, and words between them. NoAreaCode: a
/// landline of seven or eight digits is among them. Unusual: no number, or one that is none of these.
IdentifierFault check_phone(std::string_view text);
IdentifierFault check_postcode(std::string_view text);
IdentifierFault check_email(std::string_view text);
/// Other papers: only length (4-30) and characters are looked at. Never a reason to refuse a person.
IdentifierFault check_other_paper(std::string_view text);
/// Papers (by their key in a form) numbered as GB 11643 has it, so that the number can be judged for certain.
bool has_full_check(std::string_view paper);

/// Half width, upper case, without spaces and dashes: the form that is stored.
std::string normal_identifier(std::string_view text);

/// As people read figures: in groups of so many, while it may still become such a number. None: it is of no such kind.
std::vector<int> identity_groups(std::string_view text);  ///< 6-8-4
std::vector<int> mobile_groups(std::string_view text);    ///< 3-4-4

std::string masked_identity(std::string_view text);  ///< 5221**********1234
std::string masked_phone(std::string_view text);     ///< 138****8000
/// 欧**; the first character stays, two of a name of four or more Han characters (欧阳**), nothing of a single one. Characters
/// as people count them (葛󠄀城 has two); the dot inside a name stays, whichever was typed.
std::string masked_name(std::string_view text);

}  // namespace mingting
