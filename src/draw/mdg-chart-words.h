/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"
#include "draw/mdg-chart-scene.h"

G_BEGIN_DECLS

/* What all builders say in the same words. */

char *mdg_chart_words_describe (const MdgObservation *observation);
char *mdg_chart_words_describe_as (const MdgObservation *observation, const char *name);
const char *mdg_chart_words_get_doubt (MdgDoubt doubt);
char *mdg_chart_words_join (const char *first, ...) G_GNUC_NULL_TERMINATED;
char *mdg_chart_words_define (const MdgMeasure *measures, guint n_measures);
void mdg_chart_words_note_doubts (GPtrArray *notes, const MdgObservation *observation);
void mdg_chart_words_take_notes (MdgChartScene *scene, GPtrArray *notes);
char *mdg_chart_words_dup_edition (MdgFigures *figures, const MdgObservation *observation);
void mdg_chart_words_add_source (GString *sources, const char *more);
MdgChartTable *mdg_chart_words_new_table (const char *first_title);
void mdg_chart_words_add_row (MdgChartTable *table,
                              MdgFigures *figures,
                              const char *first,
                              const MdgObservation *observation);
char *mdg_chart_words_dup_source (MdgChartTable *table);

G_END_DECLS
