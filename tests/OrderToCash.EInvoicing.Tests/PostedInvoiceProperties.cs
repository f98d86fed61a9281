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

    [Property(MaxTest = 1000, Arbitrary = [typeof(PostedInvoiceProperties)])]
    public void What_is_posted_is_an_e_invoice_in_both_syntaxes(AnyPosting any)
    {
        var made = new APosting(any.Tape);
        if (Posted(made, made.Draft(), "INV-1") is { } account) Assert.Empty(Faults(made, account));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(PostedInvoiceProperties)])]
    public void Prepayments_and_the_invoice_that_deducts_them_too(AnyPosting any) => Assert.Empty(PrepaymentFaults(any));

    [Fact]
    public void Most_tapes_are_invoices_and_no_refusal_is_unknown()
    {
        var random = new Random(31);
        var (posted, faults) = (0, new SortedDictionary<string, string>(StringComparer.Ordinal));
        for (var i = 0; i < 300; i++)
        {
            var tape = Enumerable.Range(0, 120).Select(_ => random.Next(1_000_000)).ToEquatableArray();
            var made = new APosting(tape);
            var found = PrepaymentFaults(new(tape));
            if (Posted(made, made.Draft(), "INV-1") is { } account)
            {
                posted++;
                found.AddRange(Faults(made, account));
            }
            foreach (var fault in found) faults.TryAdd(fault.Split(':')[0], fault);
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults.Values));
        Assert.InRange(posted, 180, 300);
    }

    private static List<string> PrepaymentFaults(AnyPosting any)
    {
        var made = new APosting(any.Tape);
        var supply = made.Draft() with
        {
            Type = DocumentType.Invoice, Prepaid = null, RoundingAmount = null, CashRounding = null, Payee = null, Preceding = [], Reason = default,
        };
        if (!supply.Check().IsEmpty || Posted(made, supply with { Type = DocumentType.Prepayment, Id = new("P-1") }, "PRE-1") is not { RemainingGross.IsZero: false } prepayment) return [];
        var faults = Faults(made, prepayment);
        var paid = Expect.Success(prepayment.Receive(new("Z-1"), prepayment.RemainingGross, new(2026, 2, 3), APosting.Clerk, APosting.Noon)).State;
        var final = supply.With(supply.Lines.Take(1)).Deduct(paid);
        if (final.IsSuccess && Posted(made, final.Value, "INV-2") is { } account) faults.AddRange(Faults(made, account));
        return faults;
    }

    private static InvoiceAccount? Posted(APosting made, DraftInvoice draft, string number) => draft.Check().IsEmpty
        && draft.Post(made.Posting(draft, number), APosting.Clerk, APosting.Noon) is { IsSuccess: true } posted ? posted.Value.State : null;

    private static List<string> Faults(APosting made, InvoiceAccount account)
    {
        var invoice = account.Invoice;
        var (faults, isOwnTax) = (new List<string>(), invoice.Content.Draft.PricesIncludeTax || invoice.Lines.Any(l => l.Prepayment is not null));
        foreach (var profile in Profiles)
            faults.AddRange(Faults(made, invoice, profile, invoice.Type, isOwnTax, invoice.ToDocument(profile, APosting.Particulars)));
        for (var i = 1; i <= 3; i++)
        {
            if (account.Credit(made.Credit(account, i), APosting.Clerk, APosting.Noon) is not { IsSuccess: true } credited) continue;
            account = credited.Value.State;
            foreach (var note in credited.Value.Events.OfType<CreditNotePosted>().Select(e => e.CreditNote))
                foreach (var profile in Profiles)
                    faults.AddRange(Faults(made, invoice, profile, note.Type, true, note.ToDocument(profile, APosting.Particulars)));
        }
        return faults;
    }

    private static IEnumerable<string> Faults(
        APosting made, Invoice invoice, InvoiceProfile profile, DocumentType type, bool isOwnTax, Result<InvoiceDocument> mapped)
    {
        if (!mapped.TryGet(out var document, out var errors))
        {
            // Sums of what could not be held do not hold either.
            if (errors.Any(e => e.Code == InvoiceDocumentErrors.TooManyDecimals.Code) && (invoice.Currency.Digits > 2 || invoice.TaxCurrency.Digits > 2)) yield break;
            foreach (var error in errors)
                if (!MayBeRefused(made, invoice, type, isOwnTax, error)) yield return $"{error.Fact("rule")} {profile.Name} {type}: {invoice.Currency} {error}";
            yield break;
        }
        foreach (var finding in En16931Rules.Check(document, isOwnTax ? RuleOptions.Official : RuleOptions.Exact))
            if (finding.Severity == RuleSeverity.Fatal) yield return $"{profile.Name} {finding}";
        if (document != RoundTripTests.Again(document, EInvoiceSyntax.Ubl)) yield return $"UBL {type}: {document} is read as {RoundTripTests.Again(document, EInvoiceSyntax.Ubl)}";
        if (Sameness.Canonical(document) != Sameness.Canonical(RoundTripTests.Again(document, EInvoiceSyntax.Cii)))
            yield return $"CII {type}: {Sameness.Canonical(document)} is read as {Sameness.Canonical(RoundTripTests.Again(document, EInvoiceSyntax.Cii))}";
    }

    // What the specifications can't say: docs/reference/en16931.md, "What can't be sent".
    private static bool MayBeRefused(APosting made, Invoice invoice, DocumentType type, bool isOwnTax, DomainError error)
    {
        return error.Fact("rule") switch
        {
            { } rule when rule.StartsWith("BR-DEC-", StringComparison.Ordinal) => invoice.Currency.Digits > 2 || invoice.TaxCurrency.Digits > 2,
            "BR-CO-17" or "BR-S-09" or "BR-AF-09" or "BR-AG-09" => made.HasTinyRate || isOwnTax && invoice.Currency.Digits == 0,
            "PEPPOL-EN16931-P0100" or "PEPPOL-EN16931-P0101" => type.IsSelfBilled,
            "PEPPOL-EN16931-P0112" => !made.IsGerman,
            _ => false,
        };
    }
}
