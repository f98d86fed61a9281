using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public class IbanTests
{
    private static readonly CountryCode Germany = new("DE");

    [Fact]
    public void An_iban_is_read_with_blanks_and_knows_its_parts()
    {
        var iban = Expect.Success(Iban.Parse(" DE89 3704 0044 0532 0130 00 "));
        Assert.Equal("DE89370400440532013000", iban.Value);
        Assert.Equal("DE89 3704 0044 0532 0130 00", iban.Format());
        Assert.Equal((Germany, "89", "370400440532013000", "37040044"), (iban.Country, iban.CheckDigits, iban.Bban, iban.BankId));
    }

    [Fact]
    public void It_is_masked_wherever_it_is_written_by_accident()
    {
        var iban = Expect.Success(Iban.Parse("DE89370400440532013000"));
        Assert.Equal("DE89 **** **** **** **30 00", iban.ToMasked());
        Assert.Equal("account DE89 **** **** **** **30 00", $"account {iban}");
        Assert.DoesNotContain("0532", string.Join(' ', Iban.Parse("DE88370400440532013000").Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_made_from_a_national_account()
    {
        Assert.Equal("BE68539007547034", Expect.Success(Iban.Make(new("BE"), "539-0075470-34")).Value);
        Expect.Refused(IbanErrors.UnknownCountry, Iban.Make(new("US"), "123"));
        Expect.Refused(IbanErrors.WrongLength, Iban.Make(Germany, "123"));
        Expect.Refused(IbanErrors.WrongStructure, Iban.Make(Germany, "A70400440532013000"));
        Expect.Refused(IbanErrors.BadCharacters, Iban.Make(Germany, "é70400440532013000"));
    }

    [Fact]
    public void Each_refusal_names_its_reason()
    {
        Expect.Refused(IbanErrors.BadCharacters, Iban.Parse("de89370400440532013000"));
        Expect.Refused(IbanErrors.BadCharacters, Iban.Parse(new string('1', 35)));
        Expect.Refused(IbanErrors.UnknownCountry, Iban.Parse("XX89370400440532013000"));
        Expect.Refused(IbanErrors.WrongLength, Iban.Parse(""));
        var error = Expect.Refused(IbanErrors.WrongLength, Iban.Parse("DE8937040044053201300"));
        Assert.Equal(("21", "22"), (error.Fact("length"), error.Fact("expected")));
        Expect.Refused(IbanErrors.WrongStructure, Iban.Parse("GB29NWBK6016133192681O"));
        Expect.Refused(IbanErrors.WrongStructure, Iban.Parse("DEAA370400440532013000"));
        Expect.Refused(IbanErrors.WrongCheckDigits, Iban.Parse("DE88370400440532013000"));
    }

    [Fact]
    public void Territories_have_the_structure_of_their_country()
    {
        Assert.True(Iban.IsValid("GP1120041010050500013M02606"));
        Assert.True(Iban.IsValid("AX5542345670000081"));
        Assert.Equal("20041", Expect.Success(Iban.Parse("GP1120041010050500013M02606")).BankId);
    }

    [Fact]
    public void A_stored_iban_stays_readable_when_the_registry_changes()
    {
        var old = JsonSerializer.Deserialize<Iban>("\"CR0515202001026284066\"");
        Assert.Equal("CR0515202001026284066", old.Value);
        Assert.Equal("", JsonSerializer.Deserialize<Iban>("\"AO06000600000100037131174\"").BankId);
        Assert.Equal("\"CR0515202001026284066\"", JsonSerializer.Serialize(old));
        Assert.True(JsonSerializer.Deserialize<Iban>("\"\"").IsNone);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Iban>("\"DE88370400440532013000\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Iban>("\"DE89 370400440532013000\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Iban>("5"));
    }

    [Fact]
    public void None_is_empty()
    {
        Iban none = default;
        Assert.True(none.IsNone);
        Assert.Equal(("", "", "", "", "", ""), (none.Value, none.Format(), none.ToMasked(), none.Bban, none.CheckDigits, none.BankId));
        Assert.True(none.Country.IsNone);
        Assert.False(Iban.TryParse(null, out _));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Accounts)])]
    public void A_changed_sign_or_two_neighbours_swapped_are_found(string iban, int position, int by)
    {
        Assert.True(Iban.IsValid(iban));
        var at = 4 + Math.Abs(position % (iban.Length - 5));
        var changed = iban.ToCharArray();
        changed[at] = (char)('0' + (changed[at] - '0' + 1 + Math.Abs(by % 9)) % 10);
        Assert.False(Iban.IsValid(changed));
        var swapped = iban.ToCharArray();
        (swapped[at], swapped[at + 1]) = (swapped[at + 1], swapped[at]);
        Assert.Equal(swapped[at] == swapped[at + 1], Iban.IsValid(swapped));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Accounts)])]
    public void Format_and_parse_agree_in_any_culture(string iban)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in (string[])["tr-TR", "de-DE", "fa-IR", "ar-SA"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var parsed = Expect.Success(Iban.Parse(iban));
                Assert.Equal(parsed, Expect.Success(Iban.Parse(parsed.Format())));
                Assert.Equal(parsed, JsonSerializer.Deserialize<Iban>(JsonSerializer.Serialize(parsed)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("DEUTDEFF", "DE", true)]
    [InlineData("DEUTDEFF500", "DE", true)]
    [InlineData("deutdeff", "", false)]
    [InlineData("DEUTDEF", "", false)]
    [InlineData("DEUT1EFF", "", false)]
    [InlineData("", "", false)]
    public void A_bic_has_8_or_11_signs(string text, string country, bool valid)
    {
        Assert.Equal(valid, Bic.TryOf(text, out var bic));
        Assert.Equal(country, bic.Country.Value);
        Assert.Equal(valid ? text : "", bic.ToString());
        if (!valid) Assert.ThrowsAny<ArgumentException>(() => Bic.Of(text));
    }

    public static class Accounts
    {
        public static Arbitrary<string> German { get; } = Arb.From(
            from digits in Gen.ArrayOf(Gen.Choose(0, 9), 18) select Iban.Make(Germany, string.Concat(digits)).Value.Value);
    }
}
