/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "draw/mdg-paper.h"
#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

void mdg_print_sheet (GtkWidget *parent, MdgSheet *sheet);
void mdg_print_save_pdf (GtkWidget *parent,
                         MdgSheet *sheet,
                         MdgPaper paper,
                         const char *suggested_name);
void mdg_print_save_pdf_to (GtkWidget *parent, MdgSheet *sheet, MdgPaper paper, GFile *file);
GtkPrintOperation *mdg_print_operation_new (GtkWidget *parent, MdgSheet *sheet);

G_END_DECLS
