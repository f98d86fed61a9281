namespace OrderToCash.EInvoicing;

internal sealed partial class UblReader
{
    private string? firstMeansCode, firstPaymentId;
    private bool hasMeansText;
    private bool hasMandate;
    private int meansDueDates;

    private void ReadPaymentMeans()
    {
        string? code = null, text = null, remittance = null;
        CreditTransfer? transfer = null;
        PaymentCard? card = null;
        DirectDebit? mandate = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.PaymentMeansCode: ReadMeansCode(ref code, ref text); break;
                case UblName.PaymentDueDate: ReadMeansDueDate(); break;
                case UblName.PaymentID: ReadPaymentId(ref remittance); break;
                case UblName.CardAccount when card is null: card = ReadCard(); break;
                case UblName.PayeeFinancialAccount when transfer is null: transfer = ReadAccount(); break;
                case UblName.PaymentMandate when mandate is null: mandate = ReadMandate(); break;
                case UblName.CardAccount or UblName.PayeeFinancialAccount or UblName.PaymentMandate: Again(null); break;
                default: Unknown(); break;
            }
        }
        hasMandate |= mandate is not null;
        AddInstruction(new()
        {
            MeansCode = code, MeansText = text, RemittanceInformation = remittance, Transfers = transfer is null ? [] : [transfer],
            Card = card, DirectDebit = mandate,
        });
    }

    // EN 16931 has one instruction with many accounts, UBL repeats the element for each account.
    private void AddInstruction(PaymentInstruction next)
    {
        if (instructions.Count > 0 && instructions[^1] is var last && next is { MeansCode: not null, Transfers.Count: 1, Card: null, DirectDebit: null }
            && last.MeansCode == next.MeansCode && !last.Transfers.IsEmpty
            && (next.MeansText is null || next.MeansText == last.MeansText)
            && (next.RemittanceInformation is null || next.RemittanceInformation == last.RemittanceInformation))
            instructions[^1] = last with { Transfers = last.Transfers.Add(next.Transfers[0]) };
        else
            instructions.Add(next);
    }

    private void ReadMeansCode(ref string? code, ref string? text)
    {
        var name = Attribute("name"u8);
        if (name is not null && hasMeansText) Rule("UBL-SR-46", "the text of the payment means stands more than once");
        hasMeansText |= name is not null;
        if (code is not null)
        {
            Again("UBL-SR-27");
            return;
        }
        TakeCode(ref code);
        text = name;
        if (firstMeansCode is not null && firstMeansCode != code) Rule("UBL-SR-47", "the codes of the payment means differ");
        firstMeansCode ??= code;
    }

    private void ReadPaymentId(ref string? remittance)
    {
        if (remittance is not null)
        {
            Again("UBL-SR-26");
            return;
        }
        Take(ref remittance);
        if (firstPaymentId is not null && firstPaymentId != remittance) Rule("UBL-SR-44", "the remittance information differs");
        firstPaymentId ??= remittance;
    }

    private void ReadMeansDueDate()
    {
        if (++meansDueDates > 1) Again("UBL-SR-45");
        else if (isCreditNote) TakeDate(ref meansDueDate);
        else Unknown();
    }

    private PaymentCard ReadCard()
    {
        string? account = null, holder = null, network = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.PrimaryAccountNumberID: Take(ref account); break;
                case UblName.NetworkID: Take(ref network); break;
                case UblName.HolderName: Take(ref holder); break;
                default: Unknown(); break;
            }
        }
        return new() { AccountNumber = account, HolderName = holder, NetworkId = network == NoNetwork ? null : network };
    }

    /// <summary>What stands for a network where none is known, because the element demands one.</summary>
    internal const string NoNetwork = "NA";

    private CreditTransfer ReadAccount()
    {
        string? id = null, name = null, bank = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ID: Take(ref id); break;
                case UblName.Name: Take(ref name); break;
                case UblName.FinancialInstitutionBranch: ReadReference(ref bank, null); break;
                default: Unknown(); break;
            }
        }
        return new() { AccountId = id, AccountName = name, ServiceProviderId = bank };
    }

    private DirectDebit ReadMandate()
    {
        string? reference = null, account = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ID: Take(ref reference, "UBL-SR-28"); break;
                case UblName.PayerFinancialAccount: ReadReference(ref account, null); break;
                default: Unknown(); break;
            }
        }
        return new() { MandateReference = reference, DebitedAccountId = account };
    }

    // A creditor identifier belongs to the direct debit; without one it stays among the identifiers of its party.
    private EquatableArray<PaymentInstruction> WithCreditor()
    {
        if (creditorId is null) return [.. instructions];
        var debits = hasMandate ? instructions.FindAll(i => i.DirectDebit is not null)
            : instructions.FindAll(i => i.MeansCode?.Trim() is "49" or "59");
        if (debits.Count == 0) return [.. instructions];
        if (hasCreditorIdOfPayee) payee = Without(payee!);
        else seller = Without(seller!);
        return
        [
            .. instructions.Select(i => debits.Contains(i)
                ? i with { DirectDebit = (i.DirectDebit ?? new()) with { CreditorId = creditorId } }
                : i),
        ];
    }

    private static DocumentParty Without(DocumentParty party)
    {
        var first = party.Ids.FindIndex(IsSepa);
        return party with { Ids = [.. party.Ids.Where((_, i) => i != first)] };
    }
}
