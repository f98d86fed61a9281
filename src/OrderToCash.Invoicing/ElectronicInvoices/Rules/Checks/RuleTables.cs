namespace OrderToCash.Invoicing;

/// <summary>The rules of a combination of sets, by what they are about; made once for each combination.</summary>
internal sealed class RuleTables
{
    private static readonly RuleTables?[] Known = new RuleTables?[16];

    private readonly RuleSets sets;

    private RuleTables(RuleSets sets)
    {
        this.sets = sets;
        Document = Those([
            .. DocumentRules.All, .. TotalRules.All, .. CodeRules.Document, .. CategoryRules.Document, .. PeppolRules.Document,
            .. GermanRules.Document, .. NationalRules.Document, .. GreekRules.Document]);
        Line = Those([.. LineRules.All, .. PeppolRules.Line, .. NationalPaymentRules.Line, .. ExactnessRules.Lines]);
        LineByKind = ByKind(CategoryRules.Line);
        var anyPart = Those([.. PeppolRules.AllowanceCharge, .. NationalPaymentRules.AllowanceCharge,
            .. ExactnessRules.AllowancesCharges]);
        AnyAllowanceCharge = anyPart;
        Allowance = Those(AllowanceChargeRules.Allowance);
        Charge = Those(AllowanceChargeRules.Charge);
        LineAllowance = Those(AllowanceChargeRules.LineAllowance);
        LineCharge = Those(AllowanceChargeRules.LineCharge);
        AllowanceByKind = ByKind(CategoryRules.Allowance);
        ChargeByKind = ByKind(CategoryRules.Charge);
        Subtotal = Those([.. SubtotalRules.All, .. PeppolRules.Subtotal, .. GermanRules.Subtotal]);
        SubtotalByKind = ByKind(CategoryRules.Subtotal);
        Exactness = Those(ExactnessRules.Subtotals);
        Payment = Those([.. PaymentRules.All, .. PeppolRules.Payment, .. GermanRules.Payment, .. NationalPaymentRules.Payment]);
        Preceding = Those(PaymentRules.Preceding);
        Attachment = Those([.. PaymentRules.Attachment, .. PeppolRules.Attachment, .. GermanRules.Attachment]);
        Note = Those(CodeRules.Note);
        Address = Those(CodeRules.Address);
        Amount = Those(CodeRules.Amount);
        OwnAmount = Those(CodeRules.OwnAmount);
        Party = Those([.. PartyRules.All, .. IdentifierRules.Party]);
        Identifier = Those(IdentifierRules.All);
        Endpoint = Those([.. IdentifierRules.All, .. IdentifierRules.Endpoint, .. PeppolRules.Endpoint]);
    }

    internal Rule<InvoiceDocument>[] Document { get; }

    internal Rule<DocumentLine>[] Line { get; }

    internal Rule<DocumentLine>[][] LineByKind { get; }

    internal Rule<DocumentAllowanceCharge>[] AnyAllowanceCharge { get; }

    internal Rule<DocumentAllowanceCharge>[] Allowance { get; }

    internal Rule<DocumentAllowanceCharge>[] Charge { get; }

    internal Rule<DocumentAllowanceCharge>[] LineAllowance { get; }

    internal Rule<DocumentAllowanceCharge>[] LineCharge { get; }

    internal Rule<DocumentAllowanceCharge>[][] AllowanceByKind { get; }

    internal Rule<DocumentAllowanceCharge>[][] ChargeByKind { get; }

    internal Rule<DocumentTaxSubtotal>[] Subtotal { get; }

    internal Rule<DocumentTaxSubtotal>[][] SubtotalByKind { get; }

    internal Rule<DocumentTaxSubtotal>[] Exactness { get; }

    internal Rule<PaymentInstruction>[] Payment { get; }

    internal Rule<PrecedingInvoice>[] Preceding { get; }

    internal Rule<SupportingDocument>[] Attachment { get; }

    internal Rule<DocumentNote>[] Note { get; }

    internal Rule<DocumentAddress>[] Address { get; }

    internal Rule<DocumentAmount>[] Amount { get; }

    internal Rule<DocumentAmount>[] OwnAmount { get; }

    internal Rule<DocumentParty>[] Party { get; }

    internal Rule<DocumentId>[] Identifier { get; }

    internal Rule<DocumentId>[] Endpoint { get; }

    internal static RuleTables For(RuleSets sets)
    {
        ref var known = ref Known[(int)sets & 15];
        return Volatile.Read(ref known) ?? (known = new(sets));
    }

    /// <summary>Every rule once, by id.</summary>
    internal IEnumerable<RuleDescription> Describe() =>
    [
        .. Describe(Document), .. Describe(Line), .. Describe(LineByKind.SelectMany(r => r)), .. Describe(AnyAllowanceCharge),
        .. Describe(Allowance), .. Describe(Charge), .. Describe(LineAllowance), .. Describe(LineCharge),
        .. Describe(AllowanceByKind.SelectMany(r => r)), .. Describe(ChargeByKind.SelectMany(r => r)), .. Describe(Subtotal),
        .. Describe(SubtotalByKind.SelectMany(r => r)), .. Describe(Exactness), .. Describe(Payment), .. Describe(Preceding),
        .. Describe(Attachment), .. Describe(Note), .. Describe(Address), .. Describe(Amount), .. Describe(OwnAmount),
        .. Describe(Party), .. Describe(Endpoint),
    ];

    private static IEnumerable<RuleDescription> Describe<T>(IEnumerable<Rule<T>> rules) =>
        rules.Select(r => new RuleDescription { Rule = r.Id, Severity = r.Severity, Sets = r.Sets, Term = r.Term });

    private Rule<T>[] Those<T>(Rule<T>[] rules) => [.. rules.Where(r => r.Sets == RuleSets.None || (r.Sets & sets) != 0)];

    private Rule<T>[][] ByKind<T>(Rule<T>[][] rules) => [.. rules.Select(Those)];
}
