/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-edition.h"
#include "import/mdg-import-question.h"
#include "import/mdg-import-report.h"

G_BEGIN_DECLS

/**
 * MdgImportResult:
 * @batch: one edition and its observations, without any of a refused table; may hold no observation
 * @report: what was proved, printed, refused or missing
 * @questions: (element-type MdgImportQuestion): what only the user can tell, answered or not
 * @n_pages: pages or sheets that were read
 *
 * What came of reading one file. Nothing of it is stored yet.
 */
typedef struct
{
  MdgBatch *batch;
  MdgImportReport *report;
  GPtrArray *questions;
  guint n_pages;
} MdgImportResult;

MdgImportResult *mdg_import_result_new (MdgEdition *edition);
void mdg_import_result_free (MdgImportResult *self);
MdgEdition *mdg_import_result_get_edition (const MdgImportResult *self);
gboolean mdg_import_result_has_open_question (const MdgImportResult *self);
gboolean mdg_import_result_can_accept (const MdgImportResult *self, const MdgReportEntry *entry);
void mdg_import_result_accept_printed (MdgImportResult *self, MdgReportEntry *entry);
void mdg_import_result_keep_verified (MdgImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgImportResult, mdg_import_result_free)

G_END_DECLS
