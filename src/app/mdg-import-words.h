/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mdg-import-job.h"

G_BEGIN_DECLS

/* What the import says to somebody who has never seen the program. */
char *mdg_import_words_headline (guint n_figures, guint n_verified);
char *mdg_import_words_explain (guint n_figures, guint n_verified, guint n_refused);
char *mdg_import_words_explain_job (MdgImportJob *job);
char *mdg_import_words_describe_file (MdgImportItem *item);
char *mdg_import_words_summarize_item (MdgImportItem *item);
char *mdg_import_words_tell_known (MdgImportItem *item);
char *mdg_import_words_tell_stored (MdgImportJob *job);
char *mdg_import_words_describe_conflict (const MdgImportConflict *conflict,
                                          const MdgEdition *edition);
char *mdg_import_words_name_figure (const MdgObservation *observation);

G_END_DECLS
