// Sheets written through libharu.
#include "paper/pdf/pdf_writer.hpp"

#include <fmt/format.h>
#include <hpdf.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <set>

#include "paper/face/page_face.hpp"

namespace mingting {
namespace {

struct DocumentCloser {
  void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using Document = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, DocumentCloser>;

/// A file that lives in memory alone: libharu loads faces only by path, and nothing of a visitor's belongs on a disk.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& bytes) : descriptor_(memfd_create("face", MFD_CLOEXEC)) {
    std::size_t done = 0;
    while (descriptor_ >= 0 && done < bytes.size()) {
      const ssize_t written = write(descriptor_, bytes.data() + done, bytes.size() - done);
      if (written <= 0) break;
      done += static_cast<std::size_t>(written);
    }
    whole_ = descriptor_ >= 0 && done == bytes.size();
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  bool whole() const { return whole_; }
  std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

 private:
  int descriptor_;
  bool whole_ = false;
};

struct LoadedFace {
  PageFace face;
  HPDF_Font font = nullptr;
};

std::u32string characters_of(const std::vector<Sheet>& sheets, Weight weight) {
  std::set<char32_t> used;
  for (const Sheet& sheet : sheets) {
    for (const TextRun& run : sheet.runs) {
      if (run.weight == weight) used.insert(run.text.begin(), run.text.end());
    }
  }
  return {used.begin(), used.end()};
}

/// Without this stream nothing could be copied or searched: the codes are ours.
bool attach_meaning(HPDF_Doc document, HPDF_Font font, const std::string& map) {
  HPDF_Dict stream = HPDF_DictStream_New(document->mmgr, document->xref);
  if (stream == nullptr) return false;
  stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  const auto* bytes = reinterpret_cast<const HPDF_BYTE*>(map.data());
  return HPDF_Stream_Write(stream->stream, bytes, static_cast<HPDF_UINT>(map.size())) == HPDF_OK &&
         HPDF_Dict_Add(font, "ToUnicode", stream) == HPDF_OK;
}

Result<LoadedFace> load_face(HPDF_Doc document, const PaperFaces& faces, Weight weight, std::u32string characters) {
  auto face = make_page_face(faces.impl(), weight, std::move(characters));
  if (!face) return fail(face.error());
  const MemoryFile file(face->file);
  if (!file.whole()) return fail("pdf.no-memory-for-face");
  const char* name = HPDF_LoadTTFontFromFile(document, file.path().c_str(), HPDF_TRUE);
  HPDF_Font font = name == nullptr ? nullptr : HPDF_GetFont(document, name, "UTF-8");
  if (font == nullptr || !attach_meaning(document, font, face->to_unicode_map())) {
    return fail("pdf.face-not-embedded", HPDF_GetError(document));
  }
  return LoadedFace{std::move(*face), font};
}

float real(double value) { return static_cast<float>(value); }

/// Moves to where the run begins, `up` from the foot of the page.
void place_run(HPDF_Page page, const TextRun& run, double up) {
  if (run.turn == 0) {
    HPDF_Page_MoveTextPos(page, real(run.x), real(up));
    return;
  }
  const double angle = run.turn * std::numbers::pi / 180;
  const auto along = real(std::cos(angle)), across = real(std::sin(angle));
  HPDF_Page_SetTextMatrix(page, along, across, -across, along, real(run.x), real(up));
}

void draw_run(HPDF_Page page, const Sheet& sheet, const LoadedFace& face, const TextRun& run) {
  if (run.text.empty()) return;
  if (run.grey > 0) HPDF_Page_GSave(page);
  if (run.grey > 0) HPDF_Page_SetGrayFill(page, real(run.grey));
  HPDF_Page_BeginText(page);
  HPDF_Page_SetFontAndSize(page, face.font, real(run.size));
  HPDF_Page_SetCharSpace(page, real(run.spacing));
  place_run(page, run, sheet.height - run.baseline);
  HPDF_Page_ShowText(page, face.face.codes_of(run.text).c_str());
  HPDF_Page_EndText(page);
  if (run.grey > 0) HPDF_Page_GRestore(page);
}

void draw_sheet(HPDF_Doc document, const Sheet& sheet, const std::array<LoadedFace, 2>& faces) {
  HPDF_Page page = HPDF_AddPage(document);
  HPDF_Page_SetWidth(page, real(sheet.width));
  HPDF_Page_SetHeight(page, real(sheet.height));
  for (const Shape& shape : sheet.shapes) {
    for (const Box& box : shape) {
      HPDF_Page_Rectangle(page, real(box.x), real(sheet.height - box.y - box.height), real(box.width), real(box.height));
    }
    HPDF_Page_Fill(page);
  }
  for (const TextRun& run : sheet.runs) draw_run(page, sheet, faces[run.weight == Weight::Bold ? 1 : 0], run);
}

HPDF_Date date_of(Instant instant) {
  const Date day = local_date(instant);
  const std::chrono::hh_mm_ss time(local_time_of_day(instant));
  HPDF_Date date{};
  date.year = static_cast<int>(day.year());
  date.month = static_cast<int>(static_cast<unsigned>(day.month()));
  date.day = static_cast<int>(static_cast<unsigned>(day.day()));
  date.hour = static_cast<int>(time.hours().count());
  date.minutes = static_cast<int>(time.minutes().count());
  date.seconds = static_cast<int>(time.seconds().count());
  date.ind = '+';
  date.off_hour = 8;
  return date;
}

void describe(HPDF_Doc document, const PdfInfo& info) {
  HPDF_SetCurrentEncoder(document, "UTF-8");
  HPDF_SetInfoAttr(document, HPDF_INFO_TITLE, info.title.c_str());
  HPDF_SetInfoAttr(document, HPDF_INFO_CREATOR, "Mingting");
  HPDF_SetInfoDateAttr(document, HPDF_INFO_CREATION_DATE, date_of(info.made));
  HPDF_Dict_Add(document->catalog, "Lang", HPDF_String_New(document->mmgr, info.language.c_str(), nullptr));
  HPDF_SetViewerPreference(document, HPDF_PRINT_SCALING_NONE);
}

Result<std::string> saved(HPDF_Doc document) {
  if (HPDF_GetError(document) != HPDF_OK || HPDF_SaveToStream(document) != HPDF_OK) {
    return fail("pdf.not-made", HPDF_GetError(document));
  }
  std::string bytes(HPDF_GetStreamSize(document), '\0');
  auto size = static_cast<HPDF_UINT32>(bytes.size());
  HPDF_ResetStream(document);
  const HPDF_STATUS status = HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  if ((status != HPDF_OK && status != HPDF_STREAM_EOF) || size != bytes.size() || bytes.empty()) {
    return fail("pdf.short", status);
  }
  return bytes;
}

}  // namespace

Result<std::string> write_pdf(const PaperFaces& faces, const std::vector<Sheet>& sheets, const PdfInfo& info) {
  const Document document(HPDF_New(nullptr, nullptr));
  if (!document) return fail("pdf.no-memory");
  HPDF_SetCompressionMode(document.get(), HPDF_COMP_ALL);
  HPDF_UseUTFEncodings(document.get());
  describe(document.get(), info);
  std::array<LoadedFace, 2> loaded;
  for (const Weight weight : {Weight::Regular, Weight::Bold}) {
    std::u32string characters = characters_of(sheets, weight);
    if (characters.empty()) continue;
    auto face = load_face(document.get(), faces, weight, std::move(characters));
    if (!face) return fail(face.error());
    loaded[weight == Weight::Bold ? 1 : 0] = std::move(*face);
  }
  for (const Sheet& sheet : sheets) draw_sheet(document.get(), sheet, loaded);
  return saved(document.get());
}

}  // namespace mingting
