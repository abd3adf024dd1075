/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-palette.h"

#include <math.h>

typedef struct
{
  double x;
  double y;
  double z;
} Triple;

typedef double Matrix[3][3];

/* How people without one kind of cone see linear sRGB: Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1. */
static const Matrix visions[MDG_N_VISIONS] = {
  [MDG_VISION_NORMAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [MDG_VISION_PROTAN] = { { 0.152286, 1.052583, -0.204868 },
                          { 0.114503, 0.786281, 0.099216 },
                          { -0.003882, -0.048116, 1.051998 } },
  [MDG_VISION_DEUTAN] = { { 0.367322, 0.860646, -0.227968 },
                          { 0.280085, 0.672501, 0.047413 },
                          { -0.011820, 0.042940, 0.968881 } },
  [MDG_VISION_TRITAN] = { { 1.255528, -0.076749, -0.178779 },
                          { -0.078411, 0.930809, 0.147602 },
                          { 0.004733, 0.691367, 0.303900 } },
};

/* Linear sRGB to CIE XYZ under D65 (IEC 61966-2-1). */
static const Matrix rgb_to_xyz = { { 0.4124564, 0.3575761, 0.1804375 },
                                   { 0.2126729, 0.7151522, 0.0721750 },
                                   { 0.0193339, 0.1191920, 0.9503041 } };

/* Linear sRGB to Oklab and back: Björn Ottosson, "A perceptual color space for image processing"
 * (2020). */
static const Matrix rgb_to_cones = { { 0.4122214708, 0.5363325363, 0.0514459929 },
                                     { 0.2119034982, 0.6806995451, 0.1073969566 },
                                     { 0.0883024619, 0.2817188376, 0.6299787005 } };
static const Matrix cones_to_oklab = { { 0.2104542553, 0.7936177850, -0.0040720468 },
                                       { 1.9779984951, -2.4285922050, 0.4505937099 },
                                       { 0.0259040371, 0.7827717662, -0.8086757660 } };
static const Matrix oklab_to_cones = { { 1, 0.3963377774, 0.2158037573 },
                                       { 1, -0.1055613458, -0.0638541728 },
                                       { 1, -0.0894841775, -1.2914855480 } };
static const Matrix cones_to_rgb = { { 4.0767416621, -3.3077115913, 0.2309699292 },
                                     { -1.2684380046, 2.6097574011, -0.3413193965 },
                                     { -0.0041960863, -0.7034186147, 1.7076147010 } };

static Triple
multiply (const Matrix m, Triple v)
{
  return (Triple) { m[0][0] * v.x + m[0][1] * v.y + m[0][2] * v.z,
                    m[1][0] * v.x + m[1][1] * v.y + m[1][2] * v.z,
                    m[2][0] * v.x + m[2][1] * v.y + m[2][2] * v.z };
}

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
from_linear (double value)
{
  value = CLAMP (value, 0, 1);

  return value <= 0.0031308 ? value * 12.92 : 1.055 * pow (value, 1 / 2.4) - 0.055;
}

static Triple
color_to_linear (MdgColor color)
{
  return (Triple) { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
}

static MdgColor
color_from_linear (Triple linear, double alpha)
{
  return (MdgColor) { from_linear (linear.x), from_linear (linear.y), from_linear (linear.z),
                      alpha };
}

static Triple
color_to_oklab (MdgColor color)
{
  Triple cones = multiply (rgb_to_cones, color_to_linear (color));

  return multiply (cones_to_oklab, (Triple) { cbrt (cones.x), cbrt (cones.y), cbrt (cones.z) });
}

static MdgColor
color_from_oklab (Triple oklab, double alpha)
{
  Triple roots = multiply (oklab_to_cones, oklab);
  Triple cones = { roots.x * roots.x * roots.x, roots.y * roots.y * roots.y,
                   roots.z * roots.z * roots.z };

  return color_from_linear (multiply (cones_to_rgb, cones), alpha);
}

static double
cielab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static MdgLab
color_to_lab (MdgColor color)
{
  Triple xyz = multiply (rgb_to_xyz, color_to_linear (color));
  double x = cielab_curve (xyz.x / 0.95047);
  double y = cielab_curve (xyz.y);
  double z = cielab_curve (xyz.z / 1.08883);

  return (MdgLab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
to_degrees (double radians)
{
  double degrees = radians * 180 / G_PI;

  return degrees < 0 ? degrees + 360 : degrees;
}

static double
cos_degrees (double degrees)
{
  return cos (degrees * G_PI / 180);
}

/**
 * mdg_color_from_rgb:
 * @rgb: a colour as 0xRRGGBB
 *
 * Returns: the opaque colour
 */
MdgColor
mdg_color_from_rgb (guint32 rgb)
{
  return (MdgColor) { (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0,
                      1 };
}

/**
 * mdg_color_to_string:
 * @color: a colour
 *
 * Returns: (transfer full): the colour as in CSS, such as "#265d93"; its alpha is left out
 */
char *
mdg_color_to_string (const MdgColor *color)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround (color->red * 255),
                          (guint) lround (color->green * 255), (guint) lround (color->blue * 255));
}

/**
 * mdg_color_get_luminance:
 * @color: a colour
 *
 * Returns: the relative luminance, 0 to 1
 */
double
mdg_color_get_luminance (MdgColor color)
{
  return multiply (rgb_to_xyz, color_to_linear (color)).y;
}

/**
 * mdg_color_get_contrast:
 * @a: a colour
 * @b: a colour
 *
 * Returns: the contrast ratio of WCAG 2, 1 to 21
 */
double
mdg_color_get_contrast (MdgColor a, MdgColor b)
{
  double first = mdg_color_get_luminance (a);
  double second = mdg_color_get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/**
 * mdg_lab_get_difference:
 * @a: a colour
 * @b: a colour
 *
 * How different two colours look: CIEDE2000, by Sharma, Wu and Dalal, "The CIEDE2000
 * Color-Difference Formula: Implementation Notes" (2005).
 *
 * Returns: the difference; about 1 can just be seen
 */
double
mdg_lab_get_difference (MdgLab a, MdgLab b)
{
  double mean_c7 = pow ((hypot (a.a, a.b) + hypot (b.a, b.b)) / 2, 7);
  double g = 0.5 * (1 - sqrt (mean_c7 / (mean_c7 + pow (25, 7))));
  double a1 = (1 + g) * a.a;
  double a2 = (1 + g) * b.a;
  double c1 = hypot (a1, a.b);
  double c2 = hypot (a2, b.b);
  double h1 = c1 > 0 ? to_degrees (atan2 (a.b, a1)) : 0;
  double h2 = c2 > 0 ? to_degrees (atan2 (b.b, a2)) : 0;
  double delta_h = h2 - h1;
  double mean_h = (h1 + h2) / 2;
  double mean_l = (a.l + b.l) / 2;
  double mean_c = (c1 + c2) / 2;
  double c7, t, turn, s_l, s_c, s_h, r_t, l, c, h;

  if (c1 <= 0 || c2 <= 0)
    {
      delta_h = 0;
      mean_h = h1 + h2;
    }
  else if (fabs (delta_h) > 180)
    {
      delta_h += delta_h > 0 ? -360 : 360;
      mean_h += h1 + h2 < 360 ? 180 : -180;
    }

  c7 = pow (mean_c, 7);
  t = 1 - 0.17 * cos_degrees (mean_h - 30) + 0.24 * cos_degrees (2 * mean_h) +
      0.32 * cos_degrees (3 * mean_h + 6) - 0.20 * cos_degrees (4 * mean_h - 63);
  turn = 30 * exp (-pow ((mean_h - 275) / 25, 2));
  s_l = 1 + 0.015 * pow (mean_l - 50, 2) / sqrt (20 + pow (mean_l - 50, 2));
  s_c = 1 + 0.045 * mean_c;
  s_h = 1 + 0.015 * mean_c * t;
  r_t = -sin (2 * turn * G_PI / 180) * 2 * sqrt (c7 / (c7 + pow (25, 7)));
  l = (b.l - a.l) / s_l;
  c = (c2 - c1) / s_c;
  h = 2 * sqrt (c1 * c2) * sin (delta_h / 2 * G_PI / 180) / s_h;

  return sqrt (l * l + c * c + h * h + r_t * c * h);
}

/**
 * mdg_color_get_difference:
 * @a: a colour
 * @b: a colour
 *
 * Returns: how different two colours look, as told by mdg_lab_get_difference()
 */
double
mdg_color_get_difference (MdgColor a, MdgColor b)
{
  return mdg_lab_get_difference (color_to_lab (a), color_to_lab (b));
}

/**
 * mdg_color_simulate:
 * @color: a colour
 * @vision: a way to see
 *
 * Returns: the colour as people of normal vision would have to see it to see what @vision sees
 */
MdgColor
mdg_color_simulate (MdgColor color, MdgVision vision)
{
  g_return_val_if_fail (vision < MDG_N_VISIONS, color);

  return color_from_linear (multiply (visions[vision], color_to_linear (color)), color.alpha);
}

/**
 * mdg_color_mix:
 * @a: a colour
 * @b: a colour
 * @share: how much of @b, 0 to 1
 *
 * Returns: a colour between the two, in even steps for the eye
 */
MdgColor
mdg_color_mix (MdgColor a, MdgColor b, double share)
{
  Triple first = color_to_oklab (a);
  Triple second = color_to_oklab (b);

  return color_from_oklab ((Triple) { first.x + (second.x - first.x) * share,
                                      first.y + (second.y - first.y) * share,
                                      first.z + (second.z - first.z) * share },
                           a.alpha + (b.alpha - a.alpha) * share);
}
