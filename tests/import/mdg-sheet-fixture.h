/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-import.h"
#include "util/mdg-test.h"

G_BEGIN_DECLS

/* Documents of cells made from comma-separated text, for the tests of what is made of them. A line
 * "=== name" begins a sheet. */
MdgDocument *mdg_sheet_document (const char *text, MdgDocumentKind kind);

/* %NULL if there is no table; what comes out breaks no law. */
MdgImportResult *mdg_sheet_import_text (const char *csv,
                                        MdgDocumentKind kind,
                                        const char *file_name,
                                        GHashTable *answers);

char *mdg_sheet_render (const MdgImportResult *result);
gboolean mdg_sheet_says (const MdgImportResult *result, MdgMessageCode code);
const MdgObservation *mdg_sheet_find (const MdgImportResult *result,
                                      MdgMonth month,
                                      MdgArea area,
                                      MdgFacilityType type,
                                      MdgMeasure measure);
guint mdg_sheet_count (const MdgImportResult *result, MdgQuality quality);

G_END_DECLS
