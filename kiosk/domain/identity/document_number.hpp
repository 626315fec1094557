// 文号: 机关代字〔year〕number号, parsed from whatever people type or print. GB/T 9704-2012 7.2.5.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mingting {

struct DocumentNumber {
  std::string prefix;  ///< 筑府办函; for orders 贵州省人民政府令
  int year = 0;        ///< 0: an order numbered without a year
  int number = 0;
  bool operator==(const DocumentNumber&) const = default;
};

/// The end of a title that runs into the number (…的通知沪府发〔2009〕39号) and labels (发文字号：) are cut off; orders may print
/// their number in words (主席令第七十号). Announcements with a year (公告2021年第5号) come out in the same normal form as all else.
/// Accepts 〔〕 [] () （） 【】 and none, 第, spaces, full-width digits, leading zeros, zero-width characters, 2019年62号 and
/// 2019-62. Nothing when the text is not one document number.
std::optional<DocumentNumber> parse_document_number(std::string_view text);
/// A number a visitor typed in part: prefix may be empty or cut, the year or the number may be missing (0). Nothing for plain
/// words and bare figures (社保, 2019, 2019年, 13800138000); but 社保2019 reads as a prefix and a year: look whether it exists.
std::optional<DocumentNumber> parse_partial_document_number(std::string_view text);
/// 筑府办函〔2019〕62号; 贵州省人民政府令第180号
std::string print_document_number(const DocumentNumber& number);

}  // namespace mingting
