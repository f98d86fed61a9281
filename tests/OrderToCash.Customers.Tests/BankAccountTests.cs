using static OrderToCash.Customers.Tests.ACustomer;

namespace OrderToCash.Customers.Tests;

public class BankAccountTests
{
    private static readonly Instant Later = At + Duration.FromHours(48);

    private static CustomerAccount Requested(int? replaces = null, CustomerAccount? account = null) =>
        Expect.Success((account ?? Open()).RequestBankAccountChange(
            London, "Müller", replaces, "Letter of 2 January", BankAccountPolicy.Default, Anna, At)).State;

    [Fact]
    public void A_bank_account_counts_once_a_second_person_approved_it()
    {
        var requested = Requested();
        Assert.False(requested.HasActiveBankAccount(1));
        var approved = Expect.Success(requested.ApproveBankAccountChange(1, Bert, Later)).State;
        Assert.True(approved.HasActiveBankAccount(1));
        Assert.Equal(Bert, approved.BankAccounts[0].DecidedBy);
    }

    [Fact]
    public void Whoever_asked_cannot_approve_not_even_through_an_automation()
    {
        Expect.Refused(CustomerErrors.MakerIsChecker, Requested().ApproveBankAccountChange(1, Anna, Later));
        Expect.Refused(CustomerErrors.ApproverNotAPerson, Requested().ApproveBankAccountChange(1, Actor.System("anna"), Later));
    }

    [Fact]
    public void It_waits_for_its_time_to_the_second()
    {
        var refusal = Expect.Refused(CustomerErrors.WaitingTime, Requested().ApproveBankAccountChange(1, Bert, Later - Duration.FromSeconds(1)));
        Assert.True(refusal.Retryable);
        Expect.Success(Requested().ApproveBankAccountChange(1, Bert, Later));
    }

    [Fact]
    public void The_new_account_takes_the_place_of_the_old_one_only_when_approved()
    {
        var requested = Requested(replaces: 1, Open().WithBankAccount(Berlin));
        Assert.True(requested.HasActiveBankAccount(1));
        var approved = Expect.Success(requested.ApproveBankAccountChange(2, Bert, Later)).State;
        Assert.False(approved.HasActiveBankAccount(1));
        Assert.True(approved.HasActiveBankAccount(2));
        Assert.Equal(BankAccountStatus.Replaced, approved.BankAccounts[0].Status);
    }

    [Fact]
    public void Two_changes_cannot_replace_the_same_account()
    {
        var account = Requested(replaces: 1, Open().WithBankAccount(Berlin));
        account = Expect.Success(account.RequestBankAccountChange(
            Iban.Parse("FR7630006000011234567890189").Value, "Müller", 1, "Mail", BankAccountPolicy.Default, Anna, At)).State;
        account = Expect.Success(account.ApproveBankAccountChange(2, Bert, Later)).State;
        Expect.Refused(CustomerErrors.BankAccountNotActive, account.ApproveBankAccountChange(3, Bert, Later));
        Expect.Success(account.RejectBankAccountChange(3, "Superseded", Bert, Later));
    }

    [Fact]
    public void A_request_finds_everything_at_once()
    {
        var result = Requested().RequestBankAccountChange(London, " ", 7, "", BankAccountPolicy.Default, Anna, At);
        Expect.Refused(CustomerErrors.HolderMissing, result);
        Expect.Refused(CustomerErrors.ReasonMissing, result);
        Expect.Refused(CustomerErrors.BankAccountKnown, result);
        Expect.Refused(CustomerErrors.BankAccountNotActive, result);
    }

    [Fact]
    public void A_request_without_an_IBAN_is_refused() => Expect.Refused(
        CustomerErrors.IbanMissing, Open().RequestBankAccountChange(default, "Müller", null, "x", BankAccountPolicy.Default, Anna, At));

    [Fact]
    public void What_was_decided_stays_decided()
    {
        var rejected = Expect.Success(Requested().RejectBankAccountChange(1, "The customer knows nothing of it", Bert, At)).State;
        Assert.Equal(BankAccountStatus.Rejected, rejected.BankAccounts[0].Status);
        Expect.Refused(CustomerErrors.BankAccountNotRequested, rejected.ApproveBankAccountChange(1, Bert, Later));
        Expect.Refused(CustomerErrors.BankAccountNotRequested, rejected.RejectBankAccountChange(1, "x", Bert, Later));
        Expect.Refused(CustomerErrors.BankAccountUnknown, rejected.ApproveBankAccountChange(2, Bert, Later));
        Expect.Refused(CustomerErrors.ReasonMissing, Requested().RejectBankAccountChange(1, "", Bert, Later));
        Assert.Equal(2, Requested(account: rejected).BankAccounts.Count);
    }

    [Fact]
    public void A_waiting_time_below_nothing_is_nothing() => Assert.Equal(0, new BankAccountPolicy { WaitingHours = -5 }.WaitingHours);
}
