namespace OrderToCash;

/// <summary>The built-in policies of authorization.</summary>
public static class AuthorizationPolicies
{
    /// <summary>Everybody may do everything: for tests, samples and hosts that check before they give commands.</summary>
    public static IAuthorizationPolicy AllowAll { get; } = new Everything();

    private sealed class Everything : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => true;
    }
}
