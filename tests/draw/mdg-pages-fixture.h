/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "draw/mdg-sheet.h"
#include "util/mdg-test.h"

G_BEGIN_DECLS

/* A sheet as a reader of its PDF finds it. */
typedef struct
{
  PopplerDocument *document;
  double width;
  double height;
  guint n_pages;
  GPtrArray *page_texts; /* (element-type utf8): without any blanks */
  char *text;            /* of all pages */
} Pages;

Pages *pages_new (MdgSheet *sheet, double width, double height);
Pages *pages_new_from_bytes (GBytes *pdf);
void pages_free (Pages *self);
char *pages_squeeze (const char *text);
gboolean pages_has_text (const Pages *self, const char *text);
void pages_assert_text (const Pages *self, const char *text);
void pages_assert_inside (const Pages *self, double margin);
void pages_assert_numbered (const Pages *self);
void pages_assert_fonts (const Pages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pages, pages_free)

G_END_DECLS
