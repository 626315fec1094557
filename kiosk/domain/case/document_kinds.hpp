// Which papers a case has. Their keys name templates, prefixes of numbers and what the register keeps.
#pragma once

#include "domain/named.hpp"

namespace mingting {

enum class DocumentKind {
  RegistrationForm,   ///< 申请登记表
  RegistrationReceipt,  ///< 登记回执
  CorrectionNotice,   ///< 补正告知书
  ExtensionNotice,    ///< 延期告知书
  ThirdPartyLetter,   ///< 第三方意见征询书 (also to a joint maker)
  FeeNotice,          ///< 收费通知书
  ReasonsRequest,     ///< 说明理由告知书 (Art. 35)
  DelayNotice,        ///< 延迟答复告知书 (Art. 35)
  PublicInterestNotice,  ///< 公开决定告知书, to a third party that objected (Art. 32)
  Reply,              ///< 答复书, by kind
};

inline constexpr Named<DocumentKind> kDocumentKinds[] = {
    {DocumentKind::RegistrationForm, "registration-form", "政府信息公开申请登记表"},
    {DocumentKind::RegistrationReceipt, "registration-receipt", "登记回执"},
    {DocumentKind::CorrectionNotice, "correction-notice", "补正告知书"},
    {DocumentKind::ExtensionNotice, "extension-notice", "延期答复告知书"},
    {DocumentKind::ThirdPartyLetter, "third-party-letter", "征求意见书"},
    {DocumentKind::FeeNotice, "fee-notice", "收费通知书"},
    {DocumentKind::ReasonsRequest, "reasons-request", "说明理由告知书"},
    {DocumentKind::DelayNotice, "delay-notice", "延迟答复告知书"},
    {DocumentKind::PublicInterestNotice, "public-interest-notice", "公开决定告知书"},
    {DocumentKind::Reply, "reply", "政府信息公开申请答复书"},
};

}  // namespace mingting
