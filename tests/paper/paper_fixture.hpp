// Faces opened, and receipts made of the samples.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "paper/pages/receipt_samples.hpp"

namespace mingting {

inline PaperFaces open_faces(const std::vector<Path>& files = face_files()) {
  auto faces = PaperFaces::open(files);
  if (!faces) {
    ADD_FAILURE() << worded(faces.error());
    std::abort();
  }
  return std::move(*faces);
}

/// Opened once for all tests of the program.
inline const PaperFaces& shared_faces() {
  static const PaperFaces faces = open_faces();
  return faces;
}

inline std::string pdf_of(const Receipt& receipt, PaperKind kind, const PaperFaces& faces = shared_faces()) {
  const auto pdf = receipt_pdf(faces, receipt, receipt.english ? english_words() : chinese_words(), kind);
  EXPECT_TRUE(pdf) << worded(pdf.error());
  return pdf ? *pdf : "";
}

}  // namespace mingting
