/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-import.h"

G_BEGIN_DECLS

void mdg_fuzz_import (GBytes *bytes);

G_END_DECLS
