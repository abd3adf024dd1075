/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pages for tests, drawn as programs draw them. Places are in points from the upper left corner. */
typedef struct _MdgPageFixture MdgPageFixture;

#define MDG_PAGE_FIXTURE_WIDTH 780.0
#define MDG_PAGE_FIXTURE_HEIGHT 540.0

MdgPageFixture *mdg_page_fixture_new (void);
void mdg_page_fixture_text (MdgPageFixture *self,
                            double x,
                            double y,
                            double size,
                            const char *text);
void mdg_page_fixture_text_right (MdgPageFixture *self,
                                  double right,
                                  double y,
                                  double size,
                                  const char *text);
void mdg_page_fixture_text_upwards (MdgPageFixture *self,
                                    double x,
                                    double y,
                                    double size,
                                    const char *text);
void mdg_page_fixture_rectangle (MdgPageFixture *self,
                                 double x,
                                 double y,
                                 double width,
                                 double height);
void mdg_page_fixture_next_page (MdgPageFixture *self);
GBytes *mdg_page_fixture_finish (MdgPageFixture *self);

G_END_DECLS
