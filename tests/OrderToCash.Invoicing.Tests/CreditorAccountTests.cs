using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Invoicing.Tests;

public class CreditorAccountTests
{
    private static CreditorAccount Account(string scheme, string iban = "DE71110220330123456789") =>
        new() { LegalEntity = new("DE"), Iban = Expect.Success(Iban.Parse(iban)), Scheme = scheme };

    private const string QrIban = "CH4431999123000889012";

    [Theory]
    [InlineData("RF", "INV-2026-000042", "RF54INV2026000042")]
    [InlineData("OGM", "INV-2026-000042", "202600004236")]
    [InlineData("FI", "INV-2026-000042", "20260000422")]
    [InlineData("FI-RF", "INV-2026-000042", "RF2720260000422")]
    [InlineData("KID-MOD10", "INV-2026-000042", "20260000425")]
    [InlineData("SE-OCR", "INV-2026-000042", "20260000425")]
    [InlineData("SE-OCR-LENGTH", "INV-2026-000042", "202600004222")]
    [InlineData("", "INV-2026-000042", "")]
    public void Each_scheme_makes_its_reference_of_the_invoice_number(string scheme, string number, string expected)
    {
        var made = Expect.Success(Account(scheme).ReferenceFor(new(number), new("C-1")));
        Assert.True(scheme.Length == 0 || ReferenceSchemes.ByCode(scheme).IsValid(made));
        Assert.Equal(expected, made);
    }

    [Fact]
    public void A_qr_reference_begins_with_the_number_of_the_bank()
    {
        var account = Account("QRR", QrIban) with { Prefix = "210000", Source = ReferenceSource.CustomerAndInvoice, CustomerDigits = 6 };
        var made = Expect.Success(account.ReferenceFor(new("RE-2026-0042"), new("K-1313")));
        Assert.EndsWith("21000000131320260042", made[..26], StringComparison.Ordinal);
        Assert.True(ReferenceSchemes.SwissQr.IsValid(made));
        Expect.Refused(CreditorAccountErrors.NumberDoesNotFit, (account with { CustomerDigits = 3 }).ReferenceFor(new("RE-2026-0042"), new("K-1313")));
    }

    [Fact]
    public void All_invoices_of_a_customer_may_share_a_reference()
    {
        var account = Account("OGM") with { Source = ReferenceSource.Customer };
        Assert.Equal(account.ReferenceFor(new("A-1"), new("C-17")).Value, account.ReferenceFor(new("A-2"), new("C-17")).Value);
    }

    [Theory]
    [InlineData("OGM", "2026-00000000042")]
    [InlineData("FI", "2026-000000000000000000042")]
    [InlineData("OGM", "INVOICE")]
    [InlineData("OGM", "INV-2026-A7")]
    [InlineData("RF", "INV-2026-000000000000042")]
    [InlineData("RF", "Ä-2026-1")]
    [InlineData("RF", "---")]
    [InlineData("FI", "A-1")]
    public void A_number_the_scheme_can_not_hold_is_refused(string scheme, string number) =>
        Expect.Refused(CreditorAccountErrors.NumberDoesNotFit, Account(scheme).ReferenceFor(new(number), new("C-1")));

    [Fact]
    public void Two_series_stay_apart_by_their_digits()
    {
        var account = Account("OGM") with { Series = [new() { Letters = "INV", Digits = "1" }, new() { Letters = "DN", Digits = "2" }] };
        Assert.NotEqual(account.ReferenceFor(new("INV-2026-0001"), new("C-1")).Value, account.ReferenceFor(new("DN-2026-0001"), new("C-1")).Value);
        Expect.Found(CreditorAccountErrors.PartInvalid, (account with { Series = [.. account.Series, new() { Letters = "X", Digits = "12" }] }).Check());
        Expect.Refused(CreditorAccountErrors.SeriesUnknown, account.ReferenceFor(new("X-2026-0001"), new("C-1")));
    }

    [Fact]
    public void An_account_is_checked_as_a_whole()
    {
        var findings = (new CreditorAccount
        {
            LegalEntity = new("DE"), Iban = default, Scheme = "XX", Prefix = "-", Source = ReferenceSource.CustomerAndInvoice,
            Series = [new() { Letters = "1", Digits = "" }, new() { Letters = "1", Digits = "2" }],
        }).Check();
        Expect.Found(CreditorAccountErrors.IbanMissing, findings);
        Expect.Found(CreditorAccountErrors.SchemeUnknown, findings);
        Expect.Found(CreditorAccountErrors.PartInvalid, findings);
        Assert.Equal(8, findings.Count);
        Expect.Found(CreditorAccountErrors.SchemeMismatch, Account("QRR").Check());
        Expect.Refused(CreditorAccountErrors.SchemeMismatch, Account("RF", QrIban).ReferenceFor(new("A-1"), new("C-1")));
    }

    [Fact]
    public void The_account_of_the_currency_comes_before_the_one_for_any()
    {
        CreditorAccount[] accounts = [Account("RF"), Account("OGM") with { Currency = Currency.Usd }, Account("") with { LegalEntity = new("UK"), Currency = Currency.Gbp }];
        Assert.Equal("OGM", Expect.Success(CreditorAccount.Choose(accounts, new("DE"), Currency.Usd)).Scheme);
        Assert.Equal("RF", Expect.Success(CreditorAccount.Choose(accounts, new("DE"), Currency.Eur)).Scheme);
        Expect.Refused(CreditorAccountErrors.NotFound, CreditorAccount.Choose(accounts, new("UK"), Currency.Eur));
    }

    public static Arbitrary<(int, int)> Pairs { get; } = Arb.From(
        from a in Gen.Choose(1, 999_999) from b in Gen.Choose(1, 999_999) select (a, b));

    [Property(MaxTest = 500, Arbitrary = [typeof(CreditorAccountTests)])]
    public bool Two_numbers_of_a_series_never_share_a_reference((int A, int B) pair) =>
        ReferenceSchemes.All.Where(s => s.Code != "QRR").All(scheme =>
        {
            var (one, other) = (Made(pair.A), Made(pair.B));
            return one.IsSuccess && scheme.IsValid(one.Value) && Made(pair.A).Value == one.Value && (pair.A == pair.B) == (one.Value == other.Value);

            Result<string> Made(int n) => Account(scheme.Code).ReferenceFor(new($"INV-26-{n:000000}"), new("C-1"));
        });
}
