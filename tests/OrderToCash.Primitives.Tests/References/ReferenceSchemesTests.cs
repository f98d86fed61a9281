namespace OrderToCash.Primitives.Tests;

public class ReferenceSchemesTests
{
    // Sources: design notes on references (python-stdnum, Odoo, kid-util, Betaalvereniging, podjetnikovpomocnik.net).
    [Theory]
    [InlineData("RF", "RF18 5390 0754 70Y", "RF185390075470Y", "RF18 5390 0754 70Y")]
    [InlineData("RF", "RF18000000000539007547034", "RF18000000000539007547034", "RF18 0000 0000 0539 0075 4703 4")]
    [InlineData("QRR", "00 00000 00000 00000 00018 78583", "000000000000000000001878583", "00 00000 00000 00000 00018 78583")]
    [InlineData("ESR", "1878583", "000000000000000000001878583", "00 00000 00000 00000 00018 78583")]
    [InlineData("OGM", "020/3430/57642", "020343057642", "+++020/3430/57642+++")]
    [InlineData("OGM", "020343053497", "020343053497", "+++020/3430/53497+++")]
    [InlineData("OGM", "***010/8068/17183***", "010806817183", "+++010/8068/17183+++")]
    [InlineData("FI", "2023000098", "2023000098", "20230 00098")]
    [InlineData("FI", "0000 6174354", "6174354", "61 74354")]
    [InlineData("FI-RF", "RF11 1232", "RF111232", "RF11 1232")]
    [InlineData("KID-MOD10", "12344", "12344", "12344")]
    [InlineData("KID-MOD10", "2345676", "2345676", "2345676")]
    [InlineData("KID-MOD11", "12343", "12343", "12343")]
    [InlineData("KID-MOD11", "12345678903", "12345678903", "12345678903")]
    [InlineData("SE-OCR", "18196701475307475", "18196701475307475", "18196701475307475")]
    [InlineData("SE-OCR", "1234567897", "1234567897", "1234567897")]
    [InlineData("NL", "5010.0021.6701.0010", "5010002167010010", "5010 0021 6701 0010")]
    [InlineData("NL", "3010.0021.6704.2021", "3010002167042021", "3010 0021 6704 2021")]
    [InlineData("NL", "5000 0567 8901 2345", "5000056789012345", "5000 0567 8901 2345")]
    [InlineData("NL", "12 2345 3462 2567", "12234534622567", "12 2345 3462 2567")]
    [InlineData("NL", "1234567", "1234567", "123 4567")]
    [InlineData("SI", "SI05 19-1235-84503", "SI0519-1235-84503", "SI05 19-1235-84503")]
    [InlineData("SI05", "SI05 19-1235-84503", "SI0519-1235-84503", "SI05 19-1235-84503")]
    [InlineData("SI", "SI99", "SI99", "SI99")]
    [InlineData("SI", "SI00 12-7", "SI0012-7", "SI00 12-7")]
    public void A_sourced_reference_is_read_and_printed(string code, string text, string canonical, string print)
    {
        var scheme = ReferenceSchemes.ByCode(code);
        Assert.Equal(canonical, Expect.Success(scheme.Parse(text)));
        Assert.True(scheme.IsValid(text));
        Assert.Equal(print, scheme.Format(text));
    }

    [Theory]
    [InlineData("RF", "RF17539007547034")]
    [InlineData("OGM", "020343057641")]
    [InlineData("FI", "2023000095")]
    [InlineData("KID-MOD10", "12345")]
    [InlineData("KID-MOD11", "12344")]
    [InlineData("SE-OCR", "1234567898")]
    [InlineData("NL", "6000 0567 8901 2345")]
    [InlineData("SI", "SI05 18-1235-84503")]
    public void A_mistyped_digit_is_found(string code, string text) =>
        Expect.Refused(PaymentReferenceErrors.WrongCheckDigits, ReferenceSchemes.ByCode(code).Parse(text));

    // Source: Odoo, test_structured_reference.py.
    [Theory]
    [InlineData("***02/03430/57642***")]
    [InlineData("+++020/343057/642+++")]
    [InlineData("0203430+57642")]
    [InlineData("020/3430/5764*2")]
    public void A_belgian_message_is_grouped_3_4_5(string text)
    {
        Expect.Refused(PaymentReferenceErrors.BadCharacters, ReferenceSchemes.Belgian.Parse(text));
        Assert.False(ReferenceSchemes.Belgian.IsValid(text));
    }

    [Fact]
    public void A_finnish_reference_has_twenty_digits_at_most_with_its_zeros()
    {
        Assert.True(ReferenceSchemes.Finnish.IsValid("00000000002023000098"));
        Expect.Refused(PaymentReferenceErrors.WrongLength, ReferenceSchemes.Finnish.Parse("000000000002023000098"));
    }

    [Theory]
    [InlineData("RF", "539007547034", "RF18539007547034")]
    [InlineData("QRR", "123456", "000000000000000000001234565")]
    [InlineData("OGM", "0203430576", "020343057642")]
    [InlineData("OGM", "1", "000000000101")]
    [InlineData("FI", "202300009", "2023000098")]
    [InlineData("FI-RF", "123", "RF111232")]
    [InlineData("KID-MOD10", "60224", "602243")]
    [InlineData("KID-MOD11", "1234567890", "12345678903")]
    [InlineData("SE-OCR", "123456789", "1234567897")]
    [InlineData("SE-OCR-LENGTH", "1234567", "123456790")]
    [InlineData("NL", "234534622567", "12234534622567")]
    [InlineData("NL", "000056789012345", "5000056789012345")]
    [InlineData("SI05", "1-1235-84503", "SI0519-1235-84503")]
    public void A_body_gets_its_check_digits(string code, string body, string reference) =>
        Assert.Equal(reference, Expect.Success(ReferenceSchemes.ByCode(code).Make(body)));

    [Fact]
    public void Check_digits_00_01_and_99_are_refused_though_the_sum_holds()
    {
        Expect.Refused(PaymentReferenceErrors.WrongCheckDigits, ReferenceSchemes.Creditor.Parse("RF0072"));
        Expect.Refused(PaymentReferenceErrors.WrongCheckDigits, ReferenceSchemes.Creditor.Parse("RF991X"));
    }

    [Fact]
    public void A_kid_by_mod_11_may_end_in_a_hyphen_and_nowhere_else()
    {
        // 8 * 2 = 16, 16 mod 11 = 5, 11 - 5 = 6; 6 * 2 = 12, mod 11 = 1: the check is 10.
        Assert.Equal("6-", Expect.Success(ReferenceSchemes.NorwegianMod11.Make("6")));
        Assert.True(ReferenceSchemes.NorwegianMod11.IsValid("6-"));
        Expect.Refused(PaymentReferenceErrors.WrongStructure, ReferenceSchemes.NorwegianMod11.Parse("1-23"));
        Expect.Refused(PaymentReferenceErrors.BadCharacters, ReferenceSchemes.NorwegianMod10.Parse("6-"));
    }

    [Theory]
    [InlineData("QRR", "2100000003139471430009017")]
    [InlineData("RF", "RF04")]
    [InlineData("OGM", "02034305764")]
    [InlineData("FI", "132")]
    [InlineData("NL", "12345678")]
    [InlineData("KID-MOD10", "")]
    [InlineData("ESR", "0000000000000000000000000000")]
    [InlineData("SE-OCR", "11111111111111111111111111111111111111111111111111111111111111111111111")]
    public void Too_short_or_too_long_is_refused(string code, string text)
    {
        var error = Expect.Refused(PaymentReferenceErrors.WrongLength, ReferenceSchemes.ByCode(code).Parse(text));
        Assert.Equal(code, error.Fact("scheme"));
        Assert.Equal(text, error.Fact("reference"));
    }

    [Theory]
    [InlineData("QRR", "210000S00003139471430009017")]
    [InlineData("QRR", "２10000000003139471430009017")]
    [InlineData("FI", "13-26")]
    [InlineData("SI", "SI12 12A")]
    public void Signs_the_scheme_does_not_know_are_refused(string code, string text) =>
        Expect.Refused(PaymentReferenceErrors.BadCharacters, ReferenceSchemes.ByCode(code).Parse(text));

    [Theory]
    [InlineData("SI", "SI07 12")]
    [InlineData("SI", "SI12 1-2")]
    [InlineData("SI", "SI01 1--2")]
    [InlineData("SI", "SI01 1-2-3-4")]
    [InlineData("SI05", "SI00 12")]
    [InlineData("SI", "SI99 1")]
    [InlineData("RF", "DE89370400440532013000")]
    [InlineData("FI-RF", "RF97XX5ZIC")]
    [InlineData("QRR", "000000000000000000000000000")]
    [InlineData("ESR", "0000")]
    public void Another_structure_is_refused(string code, string text) =>
        Expect.Refused(PaymentReferenceErrors.WrongStructure, ReferenceSchemes.ByCode(code).Parse(text));

    [Theory]
    [InlineData("SE-OCR-LENGTH", "1234567897")]
    [InlineData("NL", "13234534622567")]
    public void A_length_digit_must_agree_with_the_length(string code, string text) =>
        Expect.Refused(PaymentReferenceErrors.WrongLengthDigit, ReferenceSchemes.ByCode(code).Parse(text));

    [Theory]
    [InlineData("RF", "")]
    [InlineData("RF", "1234567890123456789012")]
    [InlineData("QRR", "0")]
    [InlineData("QRR", "123456789012345678901234567")]
    [InlineData("OGM", "12345678901")]
    [InlineData("FI", "12")]
    [InlineData("FI", "12345678901234567890")]
    [InlineData("KID-MOD10", "1234567890123456789012345")]
    [InlineData("SE-OCR-LENGTH", "123456789012345678901234")]
    [InlineData("NL", "1234567890123456")]
    [InlineData("SI12", "1-2")]
    public void A_body_that_does_not_fit_makes_no_reference(string code, string body) =>
        Expect.Refused(PaymentReferenceErrors.WrongBody, ReferenceSchemes.ByCode(code).Make(body));

    [Fact]
    public void A_body_has_only_the_signs_of_its_scheme() =>
        Expect.Refused(PaymentReferenceErrors.BadCharacters, ReferenceSchemes.SwissQr.Make("INV1"));

    [Theory]
    [InlineData("RF", "inv-2010/42", "RF55INV201042")]
    [InlineData("QRR", "INV-2010-42", "000000000000000000002010425")]
    [InlineData("KID-MOD10", "INV-60224", "602243")]
    public void A_document_number_of_any_form_makes_a_reference(string code, string number, string reference)
    {
        var made = Expect.Success(ReferenceSchemes.ByCode(code).MakeFrom(number));
        Assert.Equal(reference[4..^1], made[4..^1]);
        Assert.True(ReferenceSchemes.ByCode(code).IsValid(made));
        Expect.Refused(PaymentReferenceErrors.WrongBody, ReferenceSchemes.ByCode(code).MakeFrom("--"));
    }

    [Fact]
    public void An_unknown_scheme_is_a_bug_of_the_configuration()
    {
        var e = Assert.Throws<ArgumentException>(() => ReferenceSchemes.ByCode("HR"));
        Assert.Contains("KID-MOD10", e.Message, StringComparison.Ordinal);
        Assert.False(ReferenceSchemes.TryFind(null, out _));
        Assert.All(ReferenceSchemes.All, s => Assert.Same(s, ReferenceSchemes.ByCode(s.Code)));
    }

    [Fact]
    public void Printing_an_invalid_reference_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => ReferenceSchemes.Creditor.Format("RF17539007547034"));

    [Theory]
    [InlineData("RF18 5390 0754 7034")]
    [InlineData("210000000003139471430009017")]
    [InlineData("SI05 19-1235-84503")]
    [InlineData("0000 2023000098")]
    public void Checking_allocates_nothing(string text)
    {
        foreach (var scheme in ReferenceSchemes.All.ToArray())
        {
            scheme.IsValid(text);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++) scheme.IsValid(text);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < 1_000, $"{scheme.Code}: {allocated} bytes for 1,000 checks");
        }
    }
}
