using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.EInvoicing.Tests;

/// <summary>What choices an invoice is made of; shrinks to the plainest.</summary>
public sealed record AnyPosting(EquatableArray<int> Tape);

/// <summary>Whatever the books post is an e-invoice without findings, and comes back from either syntax as it was.</summary>
public sealed class PostedInvoiceProperties
{
    public static Arbitrary<AnyPosting> Postings { get; } = Arb.From(
        from length in Gen.Choose(1, 160)
        from tape in Gen.ArrayOf(Gen.Choose(0, 1_000_000), length)
        select new AnyPosting(tape.ToEquatableArray()),
        p => Enumerable.Range(0, p.Tape.Count).Where(i => p.Tape[i] != 0).Select(i => p with { Tape = p.Tape.SetItem(i, 0) }));

    private static readonly InvoiceProfile[] Profiles = [InvoiceProfile.En16931, InvoiceProfile.PeppolBilling3, InvoiceProfile.XRechnung3];

    [Property(MaxTest = 2000, Arbitrary = [typeof(PostedInvoiceProperties)])]
    public void What_is_posted_is_an_e_invoice_in_both_syntaxes(AnyPosting any)
    {
        var made = new APosting(any.Tape);
        if (Posted(made, made.Draft(), "INV-1") is { } account) Holds(made, account);
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(PostedInvoiceProperties)])]
    public void Prepayments_and_the_invoice_that_deducts_them_too(AnyPosting any)
    {
        var made = new APosting(any.Tape);
        var supply = made.Draft() with { Type = DocumentType.Invoice, Prepaid = null, RoundingAmount = null, CashRounding = null, Payee = null };
        if (!supply.Check().IsEmpty) return;
        var asked = supply with { Type = DocumentType.Prepayment, Id = new("P-1") };
        if (Posted(made, asked, "PRE-1") is not { } prepayment) return;
        Holds(made, prepayment);
        var paid = Expect.Success(prepayment.Receive(new("Z-1"), prepayment.RemainingGross, new(2026, 2, 3), APosting.Clerk, APosting.Noon)).State;
        var final = Expect.Success(supply.Deduct(paid));
        if (final.Check().IsEmpty && Posted(made, final, "INV-2") is { } account) Holds(made, account);
    }

    [Fact]
    public void Most_tapes_are_invoices_with_credit_notes()
    {
        var random = new Random(31);
        var posted = 0;
        for (var i = 0; i < 200; i++)
        {
            var made = new APosting([.. Enumerable.Range(0, 120).Select(_ => random.Next(1_000_000))]);
            if (Posted(made, made.Draft(), "INV-1") is not { } account) continue;
            posted++;
            if (account.Invoice.Currency == Currency.Eur) Expect.Success(account.Invoice.ToDocument(InvoiceProfile.En16931, APosting.Particulars));
        }
        Assert.InRange(posted, 120, 200);
    }

    private static InvoiceAccount? Posted(APosting made, DraftInvoice draft, string number) => draft.Check().IsEmpty
        ? draft.Post(made.Posting(draft, number), APosting.Clerk, APosting.Noon) is { IsSuccess: true } posted ? posted.Value.State : null
        : null;

    private static void Holds(APosting made, InvoiceAccount account)
    {
        foreach (var profile in Profiles)
            Holds(made, account.Invoice.Currency, account.Invoice.TaxCurrency, profile, account.Invoice.Type, IsOwnTax(account.Invoice),
                account.Invoice.ToDocument(profile, APosting.Particulars));
        for (var i = 1; i <= 3; i++)
        {
            if (account.Credit(made.Credit(account, i), APosting.Clerk, APosting.Noon) is not { IsSuccess: true } credited) continue;
            account = credited.Value.State;
            foreach (var note in credited.Value.Events.OfType<CreditNotePosted>())
                foreach (var profile in Profiles)
                    Holds(made, account.Invoice.Currency, account.Invoice.TaxCurrency, profile, note.CreditNote.Type, true,
                        note.CreditNote.ToDocument(profile, APosting.Particulars));
        }
    }

    private static bool IsOwnTax(Invoice invoice) => invoice.Content.Draft.PricesIncludeTax || invoice.Lines.Any(l => l.Prepayment is not null);

    private static void Holds(APosting made, Currency currency, Currency tax, InvoiceProfile profile, DocumentType type, bool isOwnTax, Result<InvoiceDocument> mapped)
    {
        if (!mapped.IsSuccess)
        {
            Assert.All(mapped.Errors, e => Assert.True(MayBeRefused(e), $"{profile.Name}, {type}, {currency}: {e}"));
            return;
        }
        var document = mapped.Value;
        var strict = isOwnTax ? RuleOptions.Official : RuleOptions.Exact;
        Assert.Empty(En16931Rules.Check(document, strict).Where(f => f.Severity == RuleSeverity.Fatal));
        Assert.Equal(document, RoundTripTests.Again(document, EInvoiceSyntax.Ubl));
        Assert.Equal(Sameness.Canonical(document), Sameness.Canonical(RoundTripTests.Again(document, EInvoiceSyntax.Cii)));

        // What the specifications can't say: docs/reference/en16931.md, "What can't be sent".
        bool MayBeRefused(DomainError error)
        {
            if (error.Code == InvoiceDocumentErrors.TooManyDecimals.Code) return currency.Digits > 2 || tax.Digits > 2;
            return error.Fact("rule")?.ToString() switch
            {
                { } rule when rule.StartsWith("BR-DEC-", StringComparison.Ordinal) => currency.Digits > 2 || tax.Digits > 2,
                "BR-CO-17" or "BR-S-09" or "BR-AF-09" or "BR-AG-09" => made.HasTinyRate || isOwnTax && currency.Digits == 0,
                "PEPPOL-EN16931-P0100" or "PEPPOL-EN16931-P0101" => type.IsSelfBilled,
                "PEPPOL-EN16931-P0112" => !made.IsGerman,
                _ => false,
            };
        }
    }
}
