namespace OrderToCash.EInvoicing;

internal sealed partial class CiiReader
{
    private void ReadPaymentMeans()
    {
        string? code = null, text = null, debited = null, account = null, accountName = null, other = null, bank = null;
        PaymentCard? card = null;
        var (hasAccount, hasDebit) = (false, false);
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.TypeCode: TakeCode(ref code); break;
                case CiiName.Information: Take(ref text); break;
                case CiiName.ApplicableTradeSettlementFinancialCard when card is null: card = ReadCard(); break;
                case CiiName.PayerPartyDebtorFinancialAccount:
                    hasDebit = true;
                    ReadOne(CiiName.IBANID, ref debited);
                    break;
                case CiiName.PayeePartyCreditorFinancialAccount:
                    hasAccount = true;
                    ReadAccount(ref account, ref accountName, ref other);
                    break;
                case CiiName.PayeeSpecifiedCreditorFinancialInstitution:
                    hasAccount = true;
                    ReadOne(CiiName.BICID, ref bank);
                    break;
                default: Unknown(); break;
            }
        }
        AddInstruction(new()
        {
            MeansCode = code, MeansText = text, Card = card,
            Transfers = hasAccount ? [new() { AccountId = account ?? other, AccountName = accountName, ServiceProviderId = bank }] : [],
            DirectDebit = hasDebit ? new() { DebitedAccountId = debited } : null,
        });
    }

    // EN 16931 has one instruction with many accounts, CII repeats the element for each account.
    private void AddInstruction(PaymentInstruction next)
    {
        if (instructions.Count > 0 && instructions[^1] is var last
            && next is { MeansCode: not null, Transfers.Count: 1, Card: null, DirectDebit: null }
            && last.MeansCode == next.MeansCode && !last.Transfers.IsEmpty
            && (next.MeansText is null || next.MeansText == last.MeansText))
            instructions[^1] = last with { Transfers = last.Transfers.Add(next.Transfers[0]) };
        else
            instructions.Add(next);
    }

    private PaymentCard ReadCard()
    {
        string? account = null, holder = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ID: Take(ref account); break;
                case CiiName.CardholderName: Take(ref holder); break;
                default: Unknown(); break;
            }
        }
        return new() { AccountNumber = account, HolderName = holder };
    }

    private void ReadAccount(ref string? account, ref string? name, ref string? other)
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.IBANID: Take(ref account); break;
                case CiiName.AccountName: Take(ref name); break;
                case CiiName.ProprietaryID: Take(ref other); break;
                default: Unknown(); break;
            }
        }
    }

    // The reference, the mandate and the creditor stand once for the document: the reference belongs to every instruction, the
    // others to those that collect. A creditor without a collection stays among the seller's identifiers, as in UBL.
    private EquatableArray<PaymentInstruction> Instructions()
    {
        var collects = mandate is not null || instructions.Exists(Collects);
        if (creditorId is not null && !collects)
        {
            seller = (seller ?? new()) with { Ids = (seller?.Ids ?? []).Add(new() { Value = creditorId, Scheme = "SEPA" }) };
            creditorId = null;
        }
        if (mandate is not null && !instructions.Exists(Collects))
        {
            if (instructions.Count == 0) instructions.Add(new());
            instructions[0] = instructions[0] with { DirectDebit = new() };
        }
        if (remittance is not null && instructions.Count == 0) instructions.Add(new());
        return
        [
            .. instructions.Select(i => i with
            {
                RemittanceInformation = remittance,
                DirectDebit = Collects(i) && (i.DirectDebit is not null || mandate is not null || creditorId is not null)
                    ? (i.DirectDebit ?? new()) with { MandateReference = mandate, CreditorId = creditorId }
                    : i.DirectDebit,
            }),
        ];
    }

    private static bool Collects(PaymentInstruction instruction) =>
        instruction.DirectDebit is not null || instruction.MeansCode?.Trim() is "49" or "59";
}
