/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "util/mdg-test.h"

G_BEGIN_DECLS

void mdg_test_require_display (void);

G_END_DECLS
