using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public sealed record ReferenceCase(string Code, string Body, int Position, int Digit, string Culture);

public static class ReferenceCases
{
    public static Arbitrary<ReferenceCase> Case { get; } = Arb.From(
        from scheme in Gen.Elements(ReferenceSchemes.All.ToArray())
        from length in Gen.Choose(3, 10)
        from digits in Gen.ArrayOf(Gen.Choose(0, 9), length)
        from position in Gen.Choose(0, 40)
        from digit in Gen.Choose(1, 9)
        from culture in Gen.Elements("tr-TR", "de-DE", "fa-IR", "ar-SA")
        select new ReferenceCase(scheme.Code, "1" + string.Concat(digits)[1..], position, digit, culture));
}

public class ReferenceSchemesProperties
{
    // 10 and 11 share a check digit there.
    private static readonly string[] Imperfect = ["NL", "SI", "SI05", "SI12"];

    [Property(MaxTest = 1000, Arbitrary = [typeof(ReferenceCases)])]
    public void What_is_made_is_valid_and_survives_printing_in_any_culture(ReferenceCase c)
    {
        var scheme = ReferenceSchemes.ByCode(c.Code);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(c.Culture);
            var made = Expect.Success(scheme.Make(c.Body));
            Assert.True(scheme.IsValid(made));
            Assert.Equal(made, Expect.Success(scheme.Parse(scheme.Format(made))));
            Assert.Equal(made, Expect.Success(scheme.Parse(made)));
            Assert.Equal(made, Expect.Success(scheme.Make(string.Join(' ', c.Body.AsEnumerable()))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Property(MaxTest = 2000, Arbitrary = [typeof(ReferenceCases)])]
    public void Any_single_digit_changed_is_found(ReferenceCase c)
    {
        if (Imperfect.Contains(c.Code)) return;
        var made = ReferenceSchemes.ByCode(c.Code).Make(c.Body).Value;
        var position = c.Position % made.Length;
        if (!char.IsAsciiDigit(made[position])) return;
        var changed = made.ToCharArray();
        changed[position] = (char)('0' + (changed[position] - '0' + c.Digit) % 10);
        Assert.False(ReferenceSchemes.ByCode(c.Code).IsValid(changed), $"{made} -> {new string(changed)}");
    }
}
