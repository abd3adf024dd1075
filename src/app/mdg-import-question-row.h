/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "import/mdg-import-question.h"

G_BEGIN_DECLS

/* Called with the answer, or NULL if it was taken back. */
typedef void (*MdgAnswered) (const char *question, const char *answer, gpointer data);

GtkWidget *mdg_import_question_row_new (const MdgImportQuestion *question,
                                        MdgAnswered answered,
                                        gpointer data);

G_END_DECLS
