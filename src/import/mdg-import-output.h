/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"
#include "import/deck/mdg-deck.h"
#include "import/mdg-import-question.h"
#include "import/mdg-import-report.h"

G_BEGIN_DECLS

/* A line index that stands for "nowhere". */
#define MDG_NO_LINE G_MAXUINT

/**
 * MdgImportOutput:
 * @deck: the deck that is read
 * @known: (nullable): the figures that are known already
 * @batch: what is handed out
 * @report: what is said about it
 * @first_figure: index in @batch of the first figure of the table that was begun last
 * @answers: (nullable): answers to questions, by their ids
 * @questions: (element-type MdgImportQuestion): what is asked
 *
 * Where the reconciler puts its results.
 */
typedef struct
{
  const MdgDeck *deck;
  MdgFigures *known;
  MdgBatch *batch;
  MdgImportReport *report;
  guint first_figure;
  GHashTable *answers;
  GPtrArray *questions;
} MdgImportOutput;

MdgReportEntry *mdg_import_output_begin (MdgImportOutput *self, MdgTableKind kind, guint line);
void mdg_import_output_take (MdgReportEntry *entry, GPtrArray *messages);
gboolean mdg_import_output_is_possible (const MdgObservation *observation);
void mdg_import_output_refuse (MdgReportEntry *entry);
void mdg_import_output_add (MdgImportOutput *self,
                            MdgReportEntry *entry,
                            guint line,
                            const MdgObservation *observation);
void mdg_import_output_finish (MdgImportOutput *self);
char *mdg_import_output_page (const MdgImportOutput *self, guint line);
char *mdg_import_output_number (gint64 number);

G_END_DECLS
