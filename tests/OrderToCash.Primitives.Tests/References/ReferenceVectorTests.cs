namespace OrderToCash.Primitives.Tests;

/// <summary>
/// Every row of vectors/references. Divergences we decided: check digits 00, 01 and 99 are refused; an IBAN in lower case is refused and an RF
/// reference in lower case is read; dots and hyphens in an IBAN are print signs.
/// </summary>
[Trait("Category", "Vectors")]
public class ReferenceVectorTests
{
    private static readonly Dictionary<string, IReferenceScheme> Schemes = new()
    {
        ["ISO11649"] = ReferenceSchemes.Creditor, ["RF"] = ReferenceSchemes.Creditor,
        ["QRR"] = ReferenceSchemes.SwissQr, ["ESR"] = ReferenceSchemes.SwissSlip,
        ["OGM"] = ReferenceSchemes.Belgian, ["OGM-VCS"] = ReferenceSchemes.Belgian, ["BE-OGM"] = ReferenceSchemes.Belgian,
        ["BE-OGM-VCS"] = ReferenceSchemes.Belgian, ["BE"] = ReferenceSchemes.Belgian,
        ["FI"] = ReferenceSchemes.Finnish, ["FI-RF"] = ReferenceSchemes.FinnishCreditor,
        ["KID-MOD10"] = ReferenceSchemes.NorwegianMod10, ["KID-MOD11"] = ReferenceSchemes.NorwegianMod11,
        ["SE-OCR"] = ReferenceSchemes.Swedish, ["OCR"] = ReferenceSchemes.Swedish, ["SE"] = ReferenceSchemes.Swedish,
        ["SE-OCR-LENGTH"] = ReferenceSchemes.SwedishWithLength,
        ["NL"] = ReferenceSchemes.Dutch, ["SI"] = ReferenceSchemes.Slovenian,
    };

    public static TheoryData<string, string, string, string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var row in VectorRows.Of("references/reference_vectors.csv").DistinctBy(r => (r["scheme"], r["value"], r["expected"], r["note"])))
                data.Add(row["scheme"], row["value"], row["expected"], row["own_check"], row["note"]);
            return data;
        }
    }

    public static TheoryData<string, string, int> Countries
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var row in VectorRows.Of("references/iban_registry_v99.csv"))
                data.Add(row["country"], row["example"], int.Parse(row["iban_length"], System.Globalization.CultureInfo.InvariantCulture));
            return data;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Reference(string scheme, string value, string expected, string ownCheck, string note)
    {
        if (scheme == "IBAN") CheckIban(value, expected, ownCheck, note);
        else if (Suffix(scheme, "-create", "-CreateQRReference") is { } maker) Assert.Equal(expected, Expect.Success(Make(maker, value)));
        else if (Suffix(scheme, "-format", "-FormatQrReferenceNumber") is { } printer) Assert.Equal(expected, Schemes[printer].Format(value));
        else CheckReference(Schemes[scheme], value, IsValid(expected, ownCheck));
    }

    [Theory, MemberData(nameof(Countries))]
    public void Registry_example(string country, string example, int length)
    {
        var iban = Expect.Success(Iban.Parse(example));
        Assert.Equal(length, iban.Value.Length);
        Assert.Equal(country, iban.Country.Value);
        Assert.Equal(iban, Expect.Success(Iban.Make(new(country), iban.Bban)));
        Assert.NotEmpty(iban.BankId);
        Assert.False(Iban.IsValid(example + "0"));
        Assert.False(Iban.IsValid(example[..^1]));
    }

    // "observed" rows are taken from statements: our own arithmetic says whether they hold.
    private static bool IsValid(string expected, string ownCheck) => expected == "valid" || expected == "observed" && ownCheck == "ok";

    private static string? Suffix(string scheme, params string[] suffixes) =>
        suffixes.Where(scheme.EndsWith).Select(s => scheme[..^s.Length]).FirstOrDefault();

    private static Result<string> Make(string scheme, string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ') && Schemes[scheme].Make(value) is { IsSuccess: true } made
            ? made
            : Schemes[scheme].MakeFrom(value);

    private static void CheckReference(IReferenceScheme scheme, string value, bool valid)
    {
        Assert.Equal(valid, scheme.IsValid(value));
        Assert.Equal(valid, scheme.Parse(value).IsSuccess);
        if (!valid) return;
        var canonical = scheme.Parse(value).Value;
        Assert.Equal(canonical, Expect.Success(scheme.Parse(scheme.Format(value))));
    }

    private static void CheckIban(string value, string expected, string ownCheck, string note)
    {
        var parsed = Iban.Parse(value);
        Assert.Equal(parsed.IsSuccess, Iban.IsValid(value));
        if (expected == "invalid" || value.Any(char.IsAsciiLetterLower)) Assert.False(parsed.IsSuccess);
        else if (parsed.IsSuccess) Assert.Equal(parsed.Value, Expect.Success(Iban.Parse(parsed.Value.Format())));
        else
        {
            // Outside the registry (country or length): the check digits are all there is to say.
            Assert.True(Iban.HasValidCheckDigits(value), $"{ownCheck} {note}");
            Assert.True(parsed.Errors[0].Code == IbanErrors.UnknownCountry.Code || parsed.Errors[0].Code == IbanErrors.WrongLength.Code, parsed.ToString());
        }
    }
}
